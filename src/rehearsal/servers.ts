import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { fileURLToPath } from 'node:url';

const program = (name: string): string => fileURLToPath(new URL(`../${name}.js`, import.meta.url));

/** The processes of an installation, started as an operator starts them. */
export class Servers {
  readonly #children = new Set<ChildProcess>();

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  static async onFreePort(env: NodeJS.ProcessEnv): Promise<{ servers: Servers; base: string }> {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    return { servers: new Servers({ ...env, PORT: String(port), PUBLIC_URL: base }), base };
  }

  /** Starts `main` or `worker` and waits until it says that it is ready. */
  async start(name: 'main' | 'worker'): Promise<ChildProcess> {
    const child = spawn(process.execPath, [program(name)], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.add(child);
    const died = once(child, 'exit').then(([code]) => {
      throw new Error(`${name} ended with ${String(code)} before it was ready`);
    });
    await Promise.race([saysReady(child), died]);
    died.catch(() => undefined);
    return child;
  }

  /** Runs a command of the program and returns what it printed. */
  async command(words: readonly string[]): Promise<{ code: number; output: string }> {
    const child = spawn(process.execPath, [program('cli'), ...words], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code: code ?? 1, output: output.trim() };
  }

  /** Asks every process to end and waits until all have. */
  async stop(): Promise<void> {
    await Promise.all([...this.#children].map(end));
    this.#children.clear();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** The pipe stays open and is emptied afterwards: a process that writes into a closed one would end. */
function saysReady({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let said = '';
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready')) resolve();
    });
  });
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
