import type { Client, Reply } from './client.js';

type Announced = { readonly rule: string; readonly name: string; readonly size: number };

const inBase64 = (text: string): string => Buffer.from(text).toString('base64');

export const metadataOf = ({ rule, name }: Pick<Announced, 'rule' | 'name'>): string =>
  `filename ${inBase64(name)},rule ${inBase64(rule)}`;

const version = { 'tus-resumable': '1.0.0' };

/** Asks for a place; the answer's `location` is where the bytes go. */
export const begin = (client: Client, entry: string, sent: Announced): Promise<Reply> =>
  client.send('POST', `${entry}/uploads`, {
    headers: {
      ...version,
      'upload-length': String(sent.size),
      'upload-metadata': metadataOf(sent),
    },
  });

/** As `begin`; the address of the upload. */
export async function begun(client: Client, entry: string, sent: Announced): Promise<string> {
  const reply = await begin(client, entry, sent);
  if (reply.status !== 201) throw new Error(`not begun: ${reply.text}`);
  return String(reply.headers['location']);
}

export const append = (
  client: Client,
  upload: string,
  offset: number,
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<Reply> =>
  client.send('PATCH', upload, {
    body: bytes,
    headers: {
      ...version,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...headers,
    },
  });

export async function offsetOf(client: Client, upload: string): Promise<number | undefined> {
  const { status, headers } = await client.send('HEAD', upload, { headers: version });
  return status === 200 ? Number(headers['upload-offset']) : undefined;
}

/** Sends a whole file in parts of this size; the id of the attachment it becomes. */
export async function sendInParts(
  client: Client,
  entry: string,
  file: { readonly rule: string; readonly name: string; readonly bytes: Buffer },
  partSize = file.bytes.length,
): Promise<string> {
  const upload = await begun(client, entry, { ...file, size: file.bytes.length });
  for (let at = 0; at < file.bytes.length; at += partSize) {
    const reply = await append(client, upload, at, file.bytes.subarray(at, at + partSize));
    if (reply.status !== 204) throw new Error(`not appended: ${reply.text}`);
  }
  return upload.split('/').at(-1) ?? '';
}
