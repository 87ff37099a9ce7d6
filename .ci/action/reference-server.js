import { spawn } from 'node:child_process';

/** A reference server with these options; answers its process and the target file that it prints. */
export async function serve(jar, ...options) {
  const process = spawn('java', ['-jar', jar, 'serve', '--port', '0', '--speed', '5', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let target = '';
  for await (const chunk of process.stdout) {
    target += chunk;
    // The last line of the file is the last number of Bird's.
    if (/^bird:[^]*ringing: .*\n$/m.test(target)) return { process, target };
  }
  throw new Error(`the reference server ended: ${target}`);
}
