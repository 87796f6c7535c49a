import net from 'node:net';
import type { Readable } from 'node:stream';

/** `found` names the virus; `down` says why nobody can tell now. */
export type Scan =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'found'; readonly name: string }
  | { readonly outcome: 'down'; readonly reason: string };

/** Where clamd listens: a port, or a socket in the file system. */
export type ClamdAddress =
  { readonly host: string; readonly port: number } | { readonly path: string };

const silence = 120_000;

/** Asks a clamd whether a file holds a virus; it is sent over, so clamd needs no access to our files. */
export class VirusScanner {
  /** @param address absent where no clamd is configured: then files are not scanned */
  constructor(private readonly address: ClamdAddress | undefined) {}

  get configured(): boolean {
    return this.address !== undefined;
  }

  /** Never throws for what the scanner does: that is an outcome. */
  async scan(bytes: Readable): Promise<Scan> {
    try {
      return readAnswer(await this.#converse(bytes));
    } catch (error) {
      return { outcome: 'down', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      bytes.destroy();
    }
  }

  /** INSTREAM: pieces with their length in front, then one of length zero, then the answer. */
  async #converse(bytes: Readable): Promise<string> {
    if (this.address === undefined) throw new Error('no clamd is configured');
    const socket = net.connect(this.address);
    socket.setTimeout(silence, () => socket.destroy(new Error('clamd does not answer')));
    let answer = '';
    const ended = new Promise<string>((resolve, reject) => {
      socket.on('data', (said: Buffer) => (answer += said.toString('latin1')));
      socket.once('end', () => resolve(answer));
      socket.once('error', reject);
      socket.once('close', () => resolve(answer));
    });
    try {
      await Promise.race([send(socket, bytes), ended]);
      return await ended;
    } finally {
      socket.destroy();
    }
  }
}

async function send(socket: net.Socket, bytes: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (socket.destroyed || socket.readableEnded) return;
    await write(socket, Buffer.concat([lengthOf(chunk.length), chunk]));
  }
  await write(socket, lengthOf(0));
}

/** A refused write is told by the socket's own error. */
const write = (socket: net.Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => socket.write(bytes, () => resolve()));

function lengthOf(length: number): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32BE(length);
  return header;
}

/** What clamd finds where a file is beyond its limits, so that it did not look at all of it. */
const tooLarge = 'Heuristics.Limits.Exceeded';

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or an error such as a size limit. */
function readAnswer(answer: string): Scan {
  const said = answer.replace(/\0/g, '').trim();
  if (said === 'stream: OK') return { outcome: 'clean' };
  const name = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (name?.startsWith(tooLarge)) return { outcome: 'down', reason: name };
  if (name !== undefined) return { outcome: 'found', name };
  return { outcome: 'down', reason: said || 'clamd ended the conversation' };
}
