import type {} from '@fastify/cookie';
import type { FastifyReply } from 'fastify';

/** The token's cookie. Over https it carries the `__Host-` prefix and `Secure`. */
export class SessionCookie {
  readonly #secure: boolean;
  readonly name: string;

  constructor(publicUrl: string) {
    this.#secure = publicUrl.startsWith('https:');
    this.name = this.#secure ? '__Host-sid' : 'sid';
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.#options());
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.#options()).header('clear-site-data', '"cache"');
  }

  read(cookies: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
    return cookies?.[this.name];
  }

  #options() {
    return { path: '/', httpOnly: true, secure: this.#secure, sameSite: 'lax' } as const;
  }
}
