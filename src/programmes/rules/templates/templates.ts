import { fusionCase } from './fusion-case.js';
import type { Template } from './template.js';

/** Every template that is shipped. */
export const templates: readonly Template[] = [fusionCase];

export const templateOf = (key: string): Template | undefined =>
  templates.find((template) => template.key === key);
