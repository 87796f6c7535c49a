/** What a place for files takes. `accept` as in HTML: `.pdf,.docx,image/*`. Sizes in bytes. */
export type FileRules = {
  readonly accept?: string;
  readonly maxBytes?: number;
};

export type FileFault = 'empty' | 'tooLarge' | 'wrongType';

const fits = (file: Pick<File, 'name' | 'type'>, pattern: string): boolean => {
  const wanted = pattern.trim().toLowerCase();
  if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted);
  if (wanted.endsWith('/*')) return file.type.startsWith(wanted.slice(0, -1));
  return file.type === wanted;
};

/** What is wrong with a chosen file before it is sent; the server looks inside it afterwards. */
export function faultOf(
  file: Pick<File, 'name' | 'type' | 'size'>,
  { accept, maxBytes }: FileRules,
): FileFault | undefined {
  if (file.size === 0) return 'empty';
  if (maxBytes !== undefined && file.size > maxBytes) return 'tooLarge';
  if (accept && !accept.split(',').some((pattern) => fits(file, pattern))) return 'wrongType';
  return undefined;
}
