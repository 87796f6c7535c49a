import { prepare } from './prepare.js';

await prepare();
process.env.LINXUAN_MODE ??= 'demo';
// In this process, so that Ctrl-C and the exit code are the program's own.
await import('../dist/main.js');
