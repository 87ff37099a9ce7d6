import express from 'express';
import { access } from './access.js';
import { Call } from './call.js';
import { Callbacks } from './callbacks.js';
import { answerError, ApiError, notFound } from './errors.js';
import { parametersOf } from './form.js';
import { pageOf } from './list.js';
import { CREATE, LIST, UPDATE } from './rules.js';
import { steer } from './steer.js';
import { dial } from './telephone.js';

const ACCOUNT = '/api/laml/2010-04-01/Accounts/:account';

export function createApp(settings) {
  const calls = new Map();
  const callbacks = new Callbacks(settings.signingKey);
  const callOf = ({ params }) => {
    const call = calls.get(params.sid);
    if (!call) throw notFound();
    return call;
  };

  const app = express();
  app.disable('x-powered-by');
  app.use(express.urlencoded({ extended: false }));
  app.use(withoutSuffix);
  app.use(ACCOUNT, access(settings));
  app.post(`${ACCOUNT}/Calls`, (request, response) => {
    const parameters = parametersOf(request.body, CREATE);
    if (!parameters.Url && !parameters.ApplicationSid) {
      throw new ApiError(422, 21205, 'Url or an ApplicationSid must be included.');
    }
    const call = new Call(settings.account, parameters);
    calls.set(call.sid, call);
    callbacks.tell(call);
    dial(call, () => callbacks.tell(call));
    response.json(call);
  });
  app.get(`${ACCOUNT}/Calls`, (request, response) => {
    response.json(pageOf([...calls.values()], request.path, parametersOf(request.query, LIST)));
  });
  app.get(`${ACCOUNT}/Calls/:sid`, (request, response) => response.json(callOf(request)));
  app.post(`${ACCOUNT}/Calls/:sid`, (request, response) => {
    const call = callOf(request);
    const ended = steer(call, parametersOf(request.body, UPDATE));
    if (ended) callbacks.tell(call);
    response.json(call);
  });
  app.delete(`${ACCOUNT}/Calls/:sid`, (request, response) => {
    const call = callOf(request);
    if (!call.over) throw new ApiError(422, 20009, 'A call that is not over cannot be deleted.');
    calls.delete(call.sid);
    response.status(204).end();
  });
  app.use(() => { throw notFound(); });
  app.use(answerError);
  return app;
}

/** Every address also works with `.json` at its end. */
function withoutSuffix(request, response, next) {
  request.url = request.url.replace(/\.json(?=$|\?)/, '');
  next();
}
