export type Messages = { [key: string]: string | Messages };

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.json$/, '');

/**
 * One tree from many files: `identity.json` holds `identity.*`. A module's own `problems` block is also
 * found under `problems.<module>`, where the server's codes point.
 */
export function nest(files: Readonly<Record<string, Messages>>): Messages {
  const tree: Messages = {};
  const problems: Messages = {};
  for (const [file, messages] of Object.entries(files)) {
    const name = nameOf(file);
    if (name === 'problems') Object.assign(problems, messages);
    else tree[name] = messages;
    if (name !== 'problems' && typeof messages.problems === 'object')
      problems[name] = messages.problems;
  }
  return { ...tree, problems };
}
