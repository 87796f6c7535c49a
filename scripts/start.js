import { prepare } from './prepare.js';
import { endWithParent } from './run.js';

endWithParent();
await prepare();
process.env.LINXUAN_MODE ??= 'demo';
// In this process, so that Ctrl-C and the exit code are the program's own.
await import('../dist/main.js');
