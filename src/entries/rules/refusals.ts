/** Why a file was not taken. */
export type FileRefusal =
  | 'file-kind-not-accepted'
  | 'file-kind-mismatch'
  | 'file-empty'
  | 'file-damaged'
  | 'file-encrypted'
  | 'file-has-macros'
  | 'file-has-objects'
  | 'file-has-links'
  | 'file-has-scripts'
  | 'file-has-embedded-files'
  | 'file-unpacks-too-large'
  | 'file-has-virus';

/** What the sending of a file in parts is refused for. */
export type UploadRefusal =
  | 'upload-offset'
  | 'upload-too-long'
  | 'too-many-uploads'
  | 'too-many-parts'
  | 'scanner-down'
  | 'copy-not-needed';

/** What the formal check refuses. */
export type CheckRefusal =
  | 'unknown-check-item'
  | 'mark-needs-note'
  | 'check-items-failing'
  | 'check-items-open'
  | 'correction-running'
  | 'due-passed'
  | 'due-after-judging'
  | 'due-not-later'
  | 'selection-empty'
  | 'selection-changed';

/** What exports and imports refuse. */
export type ExchangeRefusal =
  'nothing-to-pack' | 'sheet-rows-wrong' | 'document-without-text' | 'document-too-long';

export type EntriesRefusal =
  | FileRefusal
  | CheckRefusal
  | ExchangeRefusal
  | 'not-found'
  | 'wrong-state'
  | 'wrong-stage'
  | 'window-not-open'
  | 'window-closed'
  | 'unit-may-not-submit'
  | 'not-own-entry'
  | 'title-length'
  | 'unknown-category'
  | 'unknown-field'
  | 'unknown-attachment-rule'
  | 'bad-value'
  | 'value-too-large'
  | 'field-not-to-change'
  | 'attachment-limit'
  | 'file-too-large'
  | 'file-missing'
  | 'upload-broken-off'
  | UploadRefusal
  | 'incomplete'
  | 'no-receipt'
  | 'quota-full'
  | 'due-after-recommending'
  | 'list-not-locked'
  | 'list-under-check'
  | 'list-locked'
  | 'list-empty'
  | 'no-sheet'
  | 'sheet-outdated'
  | 'scan-missing'
  | 'publicity-ends-early'
  | 'not-a-permutation'
  | 'unknown-remark-field'
  | 'judging-began'
  | 'not-owner'
  | 'not-of-unit'
  | 'owner-already';
