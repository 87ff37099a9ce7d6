// What a user of the API runs: documents for calls, made by the client's own builder, and an ear for status callbacks.
import http from 'node:http';
import { RestClient } from '@signalwire/compatibility-api';

/** Listens on loopback; `heard` grows by each status callback, `next()` waits until one fulfils a condition. */
export async function startApplication() {
  const heard = [];
  const waiting = new Set();
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/hold') {
      response.writeHead(200, { 'Content-Type': 'application/xml' }).end(document(30));
      return;
    }
    const { address } = self;
    heard.push({
      url: address + request.url,
      signature: request.headers['x-signalwire-signature'],
      params: Object.fromEntries(new URLSearchParams(body)),
    });
    response.writeHead(204).end();
    waiting.forEach((look) => look());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const self = {
    address: `http://127.0.0.1:${server.address().port}`,
    heard,
    next(condition) {
      return new Promise((found) => {
        const look = () => {
          const match = heard.find(condition);
          if (match) {
            waiting.delete(look);
            found(match);
          }
        };
        waiting.add(look);
        look();
      });
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
  return self;
}

function document(seconds) {
  const voice = new RestClient.LaML.VoiceResponse();
  voice.pause({ length: seconds });
  voice.hangup();
  return voice.toString();
}
