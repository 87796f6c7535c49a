import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test states the shape it expects
  readonly body: any;
  readonly text: string;
};

type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS';
type Send = {
  readonly body?: unknown;
  readonly version?: number;
  readonly headers?: Record<string, string>;
};

/** Talks to the program as our pages do: JSON, our header, the session's cookie. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly cookie?: string,
  ) {}

  get = (url: string): Promise<Reply> => this.send('GET', url);
  post = (url: string, body?: unknown, version?: number): Promise<Reply> =>
    this.send('POST', url, { body, version });
  put = (url: string, body?: unknown, version?: number): Promise<Reply> =>
    this.send('PUT', url, { body, version });
  patch = (url: string, body?: unknown, version?: number): Promise<Reply> =>
    this.send('PATCH', url, { body, version });
  delete = (url: string, version?: number): Promise<Reply> => this.send('DELETE', url, { version });

  /** The bytes of a file. */
  async bytes(url: string): Promise<Buffer> {
    const reply = await this.app.inject({
      url,
      headers: { 'x-requested-with': 'linxuan', ...(this.cookie ? { cookie: this.cookie } : {}) },
    });
    return reply.rawPayload;
  }

  /** Uploads one file as a browser's form does. */
  upload(url: string, file: { name: string; type: string; bytes: Buffer }): Promise<Reply> {
    const boundary = '----linxuan-test-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.send('POST', url, {
      body: payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  async send(method: Verb, url: string, { body, version, headers }: Send = {}): Promise<Reply> {
    const reply = await this.app.inject({
      method,
      url,
      headers: {
        'x-requested-with': 'linxuan',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = String(reply.headers['content-type'] ?? '').includes('json');
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: isJson ? reply.json() : undefined,
      text: reply.body,
    };
  }
}
