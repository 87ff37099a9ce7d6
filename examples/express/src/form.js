import { ApiError } from './errors.js';

/** The parameters of `fields` that have a rule; throws what is wrong with the first that breaks its own. */
export function parametersOf(fields = {}, rules) {
  const parameters = {};
  for (const [name, { rule, required, repeated, code = 20001 }] of Object.entries(rules)) {
    const given = fields[name];
    if (given === undefined) {
      if (required) throw new ApiError(422, code, `${name} is required.`);
      continue;
    }
    if (Array.isArray(given) && !repeated) throw new ApiError(422, code, `${name} is given more than once.`);
    const values = [given].flat();
    const wrong = values.map(rule).find(Boolean);
    if (wrong) throw new ApiError(422, code, `${name} ${wrong}.`);
    parameters[name] = repeated ? values : given;
  }
  return parameters;
}
