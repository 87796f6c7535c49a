import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Delivered = {
  readonly recipients: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
};

export type PostOffice = {
  readonly url: string;
  readonly delivered: Delivered[];
  /** Refuses the next messages to this address, so many times. */
  readonly refuse: (address: string, times: number) => void;
  readonly close: () => Promise<void>;
};

/** A real SMTP server that keeps what it is given. */
export async function openPostOffice(): Promise<PostOffice> {
  const delivered: Delivered[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      const left = refused.get(address) ?? 0;
      refused.set(address, left - 1);
      answer(left > 0 ? new Error('try again later') : null);
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        delivered.push({ recipients, ...read(Buffer.concat(chunks).toString('utf8')) });
        answer();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    refuse: (address, times) => void refused.set(address, times),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Reads a message as our mailer writes it: one part, base64 or quoted-printable. */
function read(message: string): Omit<Delivered, 'recipients'> {
  const end = message.indexOf('\r\n\r\n');
  const head = message.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const encoding = header('content-transfer-encoding');
  return {
    messageId: header('message-id'),
    subject: header('subject')
      .replaceAll(/\?= =\?/g, '?==?')
      .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
        decode(
          kind.toLowerCase() === 'b' ? 'base64' : 'quoted-printable',
          text.replaceAll('_', ' '),
        ),
      ),
    text: decode(encoding, message.slice(end + 4)).replaceAll('\r\n', '\n'),
  };
}

function decode(encoding: string, text: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return text;
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
