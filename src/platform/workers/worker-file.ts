/**
 * The built file of a worker that stands beside its caller. Node starts workers from JavaScript only,
 * so a caller that a test runs from its source takes the worker of the build.
 * @param caller its `import.meta.url` @param name of the worker's file, such as `typeset-worker.js`
 */
export const workerFile = (caller: string, name: string): URL =>
  new URL(name, caller.endsWith('.ts') ? caller.replace('/src/', '/dist/') : caller);
