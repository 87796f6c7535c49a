import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { until } from './until.js';

/** The clamd of this machine, or undefined; under CI its absence is a failure. */
export function findClamd(): string | undefined {
  const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(
    (candidate) => fs.existsSync(candidate),
  );
  if (program === undefined && process.env['CI'] === 'true')
    throw new Error('clamd is missing: install Debian package clamav-daemon');
  return program;
}

/** The harmless test virus of all scanners; put together here, so that no scanner stumbles over this file. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('$'),
);

/** A clamd on this port that knows one virus: its own signature, so that no download is needed. */
export async function startClamd(program: string, port: number): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linxuan-clamd-'));
  fs.chmodSync(folder, 0o755);
  const name = Buffer.from('$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!').toString('hex');
  fs.writeFileSync(path.join(folder, 'local.ndb'), `Custom.Eicar:0:*:${name}\n`);
  const settings = path.join(folder, 'clamd.conf');
  fs.writeFileSync(
    settings,
    `DatabaseDirectory ${folder}\nTCPSocket ${port}\nTCPAddr 127.0.0.1\nForeground yes\n` +
      `StreamMaxLength 20M\nMaxFileSize 8M\nAlertExceedsMax yes\nTemporaryDirectory ${folder}\n`,
  );
  const child = spawn(program, ['--config-file', settings], { stdio: 'ignore' });
  await until('clamd listens', () => answers(port));
  return async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

const answers = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
