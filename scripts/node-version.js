/** Ends the process with a plain sentence when this Node.js is too old for what follows. */
export function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Node.js ${process.versions.node} is too old: Linxuan needs 20.19 or later, ` +
      'and 24 is recommended (https://nodejs.org)\n',
  );
  process.exit(1);
}
