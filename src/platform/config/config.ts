import path from 'node:path';
import type { ClamdAddress } from '../files/virus-scanner.js';

export type Mode = 'production' | 'demo' | 'rehearsal';

/** Everything the process may know of its surroundings, read once at its start. */
export type Config = {
  /** `production` refuses the movable clock, the demo people and the mail catcher's page. */
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** The address people use, without a slash at its end. */
  readonly publicUrl: string;
  /** The folder for the embedded database and for files on disk. */
  readonly home: string;
  /** Absent: the embedded PostgreSQL in `home`. */
  readonly databaseUrl?: string;
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl?: string;
  readonly s3?: S3Config;
  /** Absent: files are not scanned for viruses, and the pages say so. */
  readonly clamd?: ClamdAddress;
  /** Absent: mail goes to the built-in catcher. */
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly trustProxy: boolean;
  readonly worker: 'inside' | 'separate';
  readonly logLevel: LogLevel;
  readonly siteName: string;
};

export type S3Config = {
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the environment.
 * @throws ConfigError naming the variable, what was found and what is expected.
 */
export function readConfig(env: Environment): Config {
  const mode = oneOf(env, 'LINXUAN_MODE', ['production', 'demo', 'rehearsal'], 'production');
  if (mode === 'production') demandProduction(env);
  return Object.freeze({ mode, ...addresses(env), ...services(env), ...manners(env, mode) });
}

function addresses(env: Environment) {
  const port = wholeNumber(env, 'PORT', 3000);
  const publicUrl = url(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://127.0.0.1:${port}`;
  return {
    host: text(env, 'HOST', '127.0.0.1'),
    port,
    publicUrl: publicUrl.replace(/\/$/, ''),
    trustProxy: oneOf(env, 'TRUST_PROXY', ['true', 'false'], 'false') === 'true',
  };
}

function services(env: Environment) {
  return {
    home: path.resolve(text(env, 'LINXUAN_HOME', '.linxuan')),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:']),
    s3: s3(env),
    clamd: clamd(env),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: text(env, 'MAIL_FROM', 'linxuan@localhost'),
  };
}

function manners(env: Environment, mode: Mode) {
  const usual =
    mode === 'production'
      ? ({ worker: 'separate', logLevel: 'info' } as const)
      : ({ worker: 'inside', logLevel: 'warn' } as const);
  return {
    worker: oneOf(env, 'LINXUAN_WORKER', ['inside', 'separate'], usual.worker),
    logLevel: oneOf(env, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error'], usual.logLevel),
    siteName: text(env, 'SITE_NAME', '遴选'),
  };
}

const text = (env: Environment, name: string, otherwise: string): string => env[name] || otherwise;

function demandProduction(env: Environment): void {
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'MAIL_FROM'])
    if (!env[name]) throw new ConfigError(`${name} is missing: LINXUAN_MODE=production needs it`);
}

function s3(env: Environment): S3Config | undefined {
  if (!env['S3_BUCKET']) return undefined;
  const required = (name: string): string => {
    const value = env[name];
    if (!value) throw new ConfigError(`${name} is missing: S3_BUCKET is set, so it is needed`);
    return value;
  };
  return {
    endpoint: url(env, 'S3_ENDPOINT', ['http:', 'https:']),
    region: env['S3_REGION'] || 'us-east-1',
    bucket: required('S3_BUCKET'),
    accessKeyId: required('S3_ACCESS_KEY_ID'),
    secretAccessKey: required('S3_SECRET_ACCESS_KEY'),
  };
}

/** `host:port`, or the absolute path of a socket. */
function clamd(env: Environment): ClamdAddress | undefined {
  const found = env['CLAMD'];
  if (!found) return undefined;
  if (path.isAbsolute(found)) return { path: found };
  const [, host, port] = /^(?:\[([^\]]+)\]|([^:/]+)):(\d{1,5})$/.exec(found)?.filter(Boolean) ?? [];
  if (host === undefined || Number(port) > 65_535)
    throw new ConfigError(`CLAMD is "${found}": it must be host:port or the path of a socket`);
  return { host, port: Number(port) };
}

function oneOf<Value extends string>(
  env: Environment,
  name: string,
  allowed: readonly Value[],
  otherwise: Value,
): Value {
  const found = env[name] || otherwise;
  const match = allowed.find((value) => value === found);
  if (match === undefined)
    throw new ConfigError(`${name} is "${found}": it must be one of ${allowed.join(', ')}`);
  return match;
}

function wholeNumber(env: Environment, name: string, otherwise: number): number {
  const found = env[name];
  if (!found) return otherwise;
  const value = Number(found);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new ConfigError(`${name} is "${found}": it must be a port number from 0 to 65535`);
  return value;
}

function url(env: Environment, name: string, protocols: readonly string[]): string | undefined {
  const found = env[name];
  if (!found) return undefined;
  if (!URL.canParse(found) || !protocols.includes(new URL(found).protocol))
    throw new ConfigError(
      `${name} is not a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );
  return found;
}
