import path from 'node:path';
import { prepare } from './prepare.js';
import { endWithParent, root } from './run.js';

endWithParent();
await prepare();
const program = path.join(root, 'dist', 'cli.js');
process.argv = [process.execPath, program, 'rehearse', ...process.argv.slice(2)];
await import('../dist/cli.js');
