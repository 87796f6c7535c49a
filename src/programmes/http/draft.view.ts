import type { ShownRules } from '../use-cases/show-rules.js';
import { WindowsView, windowsView } from './programme.view.js';

/** The rules as they are stored, for who edits them. */
export class DraftView {
  id: string;
  /** For `If-Match`. */
  version: number;
  name: string;
  slug: string;
  year: number;
  windows: WindowsView;
  /** `SelectionConfig`. */
  config: object;
  /** The parts of `config` that are no longer as the template has them. */
  changed: string[];
}

export const draftView = ({ programme, windows, changed }: ShownRules): DraftView => {
  const { id, version, name, slug, year, config } = programme;
  return {
    ...{ id, version, name, slug, year, config },
    windows: windowsView(windows),
    changed: [...changed],
  };
};
