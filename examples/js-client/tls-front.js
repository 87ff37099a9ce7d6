// The client insists on https, the reference server speaks http: a front with a certificate made for this run alone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';

/** Makes a certificate for 127.0.0.1, valid for a day, in `folder`; answers where it and its key lie. */
export function makeCertificate(folder) {
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1',
    '-subj', '/CN=callcheck test', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate,
  ], { stdio: 'ignore' });
  return { certificate, key };
}

/** Hands every request on to `upstream`. */
export async function startTlsFront({ certificate, key }, upstream) {
  const { hostname, port } = new URL(upstream);
  const server = https.createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
    const onward = http.request({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, space: `127.0.0.1:${server.address().port}` };
}
