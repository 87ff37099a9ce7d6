// Stubs for WireMock out of the samples in the OpenAPI documents, as a team would write them that wants a mock quickly:
// every operation answers with its sample, whoever asks without credentials gets the 401, what no stub knows is 404.
//   node stubs.js FOLDER DOCUMENT...
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [folder, ...documents] = process.argv.slice(2);
const METHODS = ['get', 'post', 'patch', 'delete'];
/** Which sample of a schema an operation answers with, when not the first: a call that is looked at is over. */
const SAMPLE = { retrieve: 1 };

mkdirSync(join(folder, 'mappings'), { recursive: true });
for (const file of documents) {
  const document = parse(readFileSync(file, 'utf8'));
  const base = document.servers[0].url.replace(/^https:\/\/[^/]+/, '');
  const mappings = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).flatMap((method) => stubsOf(document, base + path, method, item[method])));
  const name = document.paths['/Accounts/{AccountSid}/Calls'] ? 'signalwire' : 'bird';
  writeFileSync(join(folder, 'mappings', `${name}.json`), JSON.stringify({ mappings }, null, 2));
}

function stubsOf(document, path, method, operation) {
  const request = { method: method.toUpperCase(), urlPathPattern: path.replace(/\{\w+\}/g, '[^/]+') };
  const [success] = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
  const answer = (status, sample = 0) => {
    const body = sampleOf(document, operation.responses[status], sample);
    return {
      status: Number(status),
      ...(body && { headers: { 'Content-Type': 'application/json' }, jsonBody: body }),
    };
  };
  const granted = { request: { ...request, ...requirements(document, operation) }, response: answer(success, SAMPLE[operation.operationId]), priority: 2 };
  const refusal = operation.responses['422'] ? '422' : '404';
  return [
    { request: { ...request, headers: { Authorization: { absent: true } } }, response: answer('401'), priority: 1 },
    granted,
    // Whatever the stub above did not take, for want of a required parameter.
    { request, response: answer(refusal), priority: 5 },
  ];
}

/** Required members of a request are matched by their presence; that is all that stubs of samples know. */
function requirements(document, operation) {
  const [[type, content] = []] = Object.entries(resolved(document, operation.requestBody)?.content ?? {});
  const required = resolved(document, content?.schema)?.required ?? [];
  if (required.length === 0) return {};
  if (type === 'application/json') {
    return { bodyPatterns: required.map((name) => ({ matchesJsonPath: `$.${name}` })) };
  }
  return { formParameters: Object.fromEntries(required.map((name) => [name, { matches: '.+' }])) };
}

function sampleOf(document, response, index) {
  const schema = resolved(document, Object.values(resolved(document, response).content ?? {})[0]?.schema);
  if (!schema) return undefined;
  const { examples } = schema.examples ? schema : resolved(document, schema.else ?? {});
  return examples?.[Math.min(index, examples.length - 1)];
}

function resolved(document, node) {
  if (!node?.$ref) return node;
  return resolved(document, node.$ref.slice(2).split('/').reduce((at, key) => at[key], document));
}
