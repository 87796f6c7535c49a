/** What is wrong with one cell of a sheet. */
export class RowFaultView {
  /** In the sheet, from 1. */
  row: number;
  /** The column's heading. */
  column: string;
  /** bad-value, value-too-large, bad-choice, title-length, unknown-category, other-unit or twice. */
  code: string;
  /** The cell as it was read, its beginning. */
  text: string;
}

export class ReadEntryRowView {
  row: number;
  title: string;
  categoryCode: string;
  categoryName: string;
  /** How many fields have an answer. */
  answers: number;
}

/** What would become of a sheet. */
export class EntryRowsView {
  rows: ReadEntryRowView[];
  faults: RowFaultView[];
}

export class ImportedView {
  /** In the order of the rows. */
  entryIds: string[];
}

/** What this person may take along of a selection. */
export class ExportsView {
  /** formal-check, summary, statistics. */
  tables: string[];
}
