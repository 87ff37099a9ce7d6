// Starts `callcheck serve` and reads its address and credentials from the target file that it prints.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const NEEDED = ['url', 'account', 'token', 'signing-key'];

/** Starts the server of `jar` at a free port; answers its process and what its SignalWire side says of itself. */
export async function startReferenceServer(jar) {
  const process = spawn('java', ['-jar', jar, 'serve', '--port', '0', '--speed', '5'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const settings = await settingsOf(process);
  // Whatever it prints later must not fill the pipe.
  process.stdout.resume();
  return { process, settings };
}

async function settingsOf(process) {
  const settings = {};
  for await (const line of createInterface({ input: process.stdout })) {
    const [, key, value] = /^\s+([a-z-]+): "(.*)"$/.exec(line) ?? [];
    // The first of each name is SignalWire's: Bird's side comes after it.
    if (NEEDED.includes(key)) settings[key] ??= value;
    if (NEEDED.every((name) => name in settings)) return settings;
  }
  throw new Error(`the reference server ended before it said: ${NEEDED.filter((name) => !(name in settings))}`);
}
