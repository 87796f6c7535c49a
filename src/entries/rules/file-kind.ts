import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { endingOf } from './file-name.js';
import type { FileRefusal } from './refusals.js';

export const fileKinds = ['docx', 'pdf', 'jpg', 'png'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a file of each kind is served as, whatever the browser that sent it claimed. */
export const mediaTypes: Readonly<Record<FileKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** The kind that is served as this type. */
export const kindOf = (mediaType: string): FileKind | undefined =>
  fileKinds.find((kind) => mediaTypes[kind] === mediaType);

/** The kind that a file's name claims, when the rule accepts it. */
export function claimedKind(
  name: string,
  accept: readonly FileKind[],
): Decision<FileKind, 'file-kind-not-accepted'> {
  const ending = endingOf(name);
  const kind = accept.find((accepted) => accepted === ending);
  return kind === undefined ? refuse('file-kind-not-accepted') : allow(kind);
}

const magics: readonly (readonly [FileKind | 'office-binary', readonly number[]])[] = [
  ['docx', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['office-binary', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

/** Whether the first bytes are those of the claimed kind. */
export function beginsAs(kind: FileKind, bytes: Uint8Array): Decision<FileKind, FileRefusal> {
  if (bytes.length === 0) return refuse('file-empty');
  const found = magics.find(([, magic]) =>
    magic.every((byte, index) => bytes[index] === byte),
  )?.[0];
  if (found === kind) return allow(kind);
  // Word packs a document with a password, and old .doc files, into this older form.
  return refuse(
    found === 'office-binary' && kind === 'docx' ? 'file-encrypted' : 'file-kind-mismatch',
  );
}
