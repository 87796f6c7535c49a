import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever the command was given. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A line for the person at the terminal; standard output stays free for results. */
export const say = (text) => process.stderr.write(`${text}\n`);

export class CommandFailed extends Error {}

/** Runs a command in the project; what it prints goes to standard error. */
export async function run(command, words, options = {}) {
  const code = await exitCode(command, words, { stdio: ['ignore', 2, 2], ...options });
  if (code !== 0) throw new CommandFailed(`${[command, ...words].join(' ')} ended with ${code}`);
}

/** Runs a command and passes Ctrl-C and SIGTERM on to it. A signal that ended it counts as a shell counts it. */
export function exitCode(command, words, options) {
  const child = spawn(command, words, { cwd: root, ...options });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal]));
  }).finally(() => signals.forEach((signal) => process.off(signal, pass)));
}

/** Runs a tool of node_modules by its file, which needs no shell on any system. */
export const tool = (file) => path.join(root, 'node_modules', file);

/**
 * Ends this process, as SIGTERM does, when the shell that npm started it with has ended:
 * npm passes SIGTERM to that shell only, which would leave the program running.
 */
export function endWithParent() {
  const parent = process.ppid;
  const watch = () => process.ppid === parent || process.kill(process.pid, 'SIGTERM');
  if (process.env.npm_lifecycle_event) setInterval(watch, 250).unref();
}
