/** The server said no; `code` is the problem's. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: unknown,
    what: string,
  ) {
    super(`${what}: ${status} ${code} ${JSON.stringify(details ?? null)}`);
  }
}

export type Upload = { readonly name: string; readonly type: string; readonly bytes: Buffer };

type Sending = { readonly body?: unknown; readonly version?: number };

/** Talks to the server over HTTP as one signed-in browser does. */
export class Caller {
  #cookie = '';

  constructor(readonly base: string) {}

  /** Goes on with a session opened elsewhere. */
  carry(cookie: string): void {
    this.#cookie = cookie;
  }

  get = <Answer>(path: string): Promise<Answer> => this.#send('GET', path, {});
  post = <Answer = void>(path: string, body?: unknown, version?: number): Promise<Answer> =>
    this.#send('POST', path, { body, version });
  put = <Answer = void>(path: string, body?: unknown, version?: number): Promise<Answer> =>
    this.#send('PUT', path, { body, version });

  delete = <Answer = void>(path: string, version?: number): Promise<Answer> =>
    this.#send('DELETE', path, { version });

  /** The text of a page or a file. */
  async text(path: string): Promise<string> {
    return (await this.bytes(path)).toString('utf8');
  }

  /** A page or a file as it is sent. */
  async bytes(path: string): Promise<Buffer> {
    const reply = await this.#fetch('GET', path, {});
    if (!reply.ok) throw new Refusal(reply.status, 'no page', null, path);
    return Buffer.from(await reply.arrayBuffer());
  }

  upload<Answer>(path: string, file: Upload): Promise<Answer> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
    return this.#send('POST', path, { body: form });
  }

  /** Sends a file in parts of this many bytes, by the tus protocol. */
  async sendInParts(path: string, rule: string, file: Upload, partSize = 64 * 1024): Promise<void> {
    const named = Object.entries({ filename: file.name, rule });
    const metadata = named.map(([key, text]) => `${key} ${Buffer.from(text).toString('base64')}`);
    const begun = await this.#tus('POST', path, {
      'upload-length': String(file.bytes.length),
      'upload-metadata': metadata.join(','),
    });
    const place = begun.headers.get('location') ?? '';
    for (let at = 0; at < file.bytes.length; at += partSize) {
      const part = new Uint8Array(file.bytes.subarray(at, at + partSize));
      const type = 'application/offset+octet-stream';
      await this.#tus('PATCH', place, { 'content-type': type, 'upload-offset': String(at) }, part);
    }
  }

  async #tus(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    const reply = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        'x-requested-with': 'linxuan',
        'tus-resumable': '1.0.0',
        cookie: this.#cookie,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    if (!reply.ok) throw new Refusal(reply.status, 'not sent', await reply.text(), path);
    return reply;
  }

  async #send<Answer>(method: string, path: string, sending: Sending): Promise<Answer> {
    const reply = await this.#fetch(method, path, sending);
    const session = reply.headers.getSetCookie()[0];
    if (session !== undefined) this.#cookie = session.split(';')[0] ?? '';
    const text = await reply.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (reply.ok) return answer as Answer;
    const problem = answer as { code?: string; details?: unknown; errors?: unknown };
    throw new Refusal(
      reply.status,
      problem.code ?? 'unknown',
      problem.details ?? problem.errors,
      `${method} ${path}`,
    );
  }

  #fetch(method: string, path: string, { body, version }: Sending): Promise<Response> {
    const isForm = body instanceof FormData;
    return fetch(`${this.base}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'x-requested-with': 'linxuan',
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  }
}
