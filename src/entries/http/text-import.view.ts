/** One part of a document under its heading. */
export class ImportPartView {
  /** Empty for what comes before the first heading. */
  heading: string;
  text: string;
  /** Of heading and text, as Word counts 字数. */
  words: number;
  /** The key of the field it is proposed for; null for none. */
  field: string | null;
}

/** How many of each the document holds that a text cannot. */
export class DocumentFoundView {
  images: number;
  textBoxes: number;
  /** Their words are kept, a row in a line. */
  tables: number;
  formulas: number;
  /** Footnotes and endnotes. */
  notes: number;
  comments: number;
  /** Tracked insertions, taken as part of the text. */
  insertions: number;
  /** Tracked deletions, left out. */
  deletions: number;
}

/** What was read of a Word document; nothing was written. */
export class ReadDocumentView {
  parts: ImportPartView[];
  found: DocumentFoundView;
}
