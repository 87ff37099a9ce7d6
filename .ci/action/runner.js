// As much of a GitHub runner as action.yml needs: expressions in env, bash as GitHub calls it, and the files for outputs and summary.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Runs the scripts of an action in order, until one fails; answers the exit code, outputs, summary and log. */
export async function run(file, inputs, environment = {}) {
  const action = parse(readFileSync(file, 'utf8'));
  const temp = mkdtempSync(join(tmpdir(), 'callcheck-runner-'));
  const summary = join(temp, 'summary.md');
  writeFileSync(summary, '');
  const context = {
    inputs: withDefaults(action.inputs, inputs),
    github: { server_url: 'https://github.com', action_repository: 'example/callcheck' },
    runner: { temp },
    steps: {},
  };
  const result = { code: 0, log: '', temp };
  for (const [index, step] of action.runs.steps.entries()) {
    if (!step.run) continue;
    const script = join(temp, `${index}.sh`);
    const output = join(temp, `${index}.out`);
    writeFileSync(script, step.run);
    writeFileSync(output, '');
    const { status, text } = await bash( script, {
      cwd: temp,
      env: {
        ...process.env,
        ...evaluated(step.env ?? {}, context),
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...environment,
      },
    });
    result.log += text;
    context.steps[step.id] = { outputs: outputsIn(output) };
    if (status !== 0) {
      result.code = status;
      break;
    }
  }
  result.summary = readFileSync(summary, 'utf8');
  result.outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value, context)]),
  );
  return result;
}

/** As a runner calls it for `shell: bash`. */
function bash(script, options) {
  return new Promise((ended) => {
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], options, (error, stdout, stderr) => {
      ended({ status: error ? error.code : 0, text: stdout + stderr });
    });
  });
}

function withDefaults(declared, given) {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, { default: value = '' }]) => [name, given[name] ?? String(value)]),
  );
}

const evaluated = (env, context) =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluate(String(value), context)]));

/** Expressions here are paths into the context and nothing else. */
const evaluate = (text, context) =>
  text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path) => path.split('.').reduce((at, key) => at?.[key], context) ?? '');

const outputsIn = (file) =>
  Object.fromEntries([...readFileSync(file, 'utf8').matchAll(/^([\w-]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
