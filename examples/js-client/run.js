// npm test: a reference server, https in front of it, and the tests in a process that trusts the certificate.
// Node.js reads NODE_EXTRA_CA_CERTS only when it starts, hence the process of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startReferenceServer } from './reference-server.js';
import { makeCertificate, startTlsFront } from './tls-front.js';

const here = import.meta.dirname;
const jar = resolve(process.env.CALLCHECK_JAR ?? join(here, '../../cli/target/callcheck.jar'));
const folder = mkdtempSync(join(tmpdir(), 'callcheck-js-client-'));
const reference = await startReferenceServer(jar);
try {
  const files = makeCertificate(folder);
  const { server, space } = await startTlsFront(files, reference.settings.url);
  const tests = spawn(process.execPath, ['--test', '--test-reporter=spec', join(here, 'calls.test.js')], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: files.certificate,
      SIGNALWIRE_SPACE_URL: space,
      SIGNALWIRE_PROJECT: reference.settings.account,
      SIGNALWIRE_TOKEN: reference.settings.token,
      SIGNALWIRE_SIGNING_KEY: reference.settings['signing-key'],
    },
  });
  process.exitCode = await new Promise((ended) => tests.on('close', (code) => ended(code ?? 1)));
  server.close();
  server.closeAllConnections();
} finally {
  reference.process.kill();
  rmSync(folder, { recursive: true });
}
