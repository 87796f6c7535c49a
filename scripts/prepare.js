import { compile } from './compile.js';
import { install } from './install.js';
import { demandNode } from './node-version.js';
import { CommandFailed, root, say } from './run.js';

/**
 * Makes the program ready to run: packages, then both builds, each only where needed.
 * A step that fails has explained itself; the process then ends with code 1.
 */
export async function prepare(options) {
  demandNode();
  process.chdir(root);
  try {
    await install();
    await compile(options);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    say(error.message);
    process.exit(1);
  }
}
