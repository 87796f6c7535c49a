import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built web pages, beside the built server. */
export const webFolder = path.resolve(fileURLToPath(new URL('../../../web/dist', import.meta.url)));

/** The one page of the web application; its routes are resolved in the browser. */
export const indexPage = (): string | undefined => {
  const file = path.join(webFolder, 'index.html');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
};
