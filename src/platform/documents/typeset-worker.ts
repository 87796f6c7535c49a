import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { TypesetAnswer, TypesetOrder } from './typeset.js';

/** Compiles one document after the other beside the server's own thread: Typst does not wait for anybody. */
const { resolve } = createRequire(import.meta.url);
const weights = ['400Regular', '700Bold'];
const fontPaths = ['noto-serif-sc', 'noto-sans-sc'].flatMap((family) => {
  const folder = path.dirname(resolve(`@expo-google-fonts/${family}/package.json`));
  return weights.map((weight) => path.join(folder, weight));
});
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });

function compile({ template, data, at }: TypesetOrder): Uint8Array {
  const inputs = { data };
  return compiler.pdf({ mainFileContent: template, inputs }, { creationTimestamp: at });
}

parentPort?.on('message', (order: TypesetOrder) => {
  let answer: TypesetAnswer;
  try {
    answer = { id: order.id, pdf: compile(order) };
  } catch (error) {
    answer = { id: order.id, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
