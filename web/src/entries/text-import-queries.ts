import type { Schemas } from '../api/client';
import { upload } from '../api/upload';

export type DocumentRead = Schemas['ReadDocumentView'];
export type DocumentFound = Schemas['DocumentFoundView'];

/** Reads a Word document for the texts of an entry; nothing is written. */
export const readDocument = (id: string, file: File) =>
  upload<DocumentRead>(`/api/entries/${id}/text-import`, file);
