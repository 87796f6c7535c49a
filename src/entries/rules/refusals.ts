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
  | 'file-unpacks-too-large';

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
export type ExchangeRefusal = 'nothing-to-pack' | 'sheet-rows-wrong';

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
