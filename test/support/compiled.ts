import fs from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');
const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };

/**
 * Compiles the files of one source folder into `target`, so that a plain `node` can run them
 * in another process. The folder must import nothing of the project outside itself.
 */
export async function compileFolder(source: string, target: string): Promise<void> {
  await fs.mkdir(target, { recursive: true });
  await fs.writeFile(path.join(target, 'package.json'), '{ "type": "module" }');
  await fs.symlink(path.join(root, 'node_modules'), path.join(target, 'node_modules'));
  for (const name of await fs.readdir(path.join(root, source))) {
    if (!/(?<!\.test|\.d)\.ts$/.test(name)) continue;
    const text = await fs.readFile(path.join(root, source, name), 'utf8');
    const { outputText } = ts.transpileModule(text, { compilerOptions: options });
    await fs.writeFile(path.join(target, name.replace(/\.ts$/, '.js')), outputText);
  }
}
