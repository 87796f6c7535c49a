/** What the form of a selection asks; the programme's configuration fits these shapes. */
export type FieldRule = {
  readonly key: string;
  readonly kind:
    | 'text'
    | 'long-text'
    | 'section'
    | 'choice'
    | 'number'
    | 'date'
    | 'people'
    | 'keywords'
    | 'attestation';
  readonly required: boolean;
  readonly minWords?: number;
  readonly maxWords?: number;
  /** Per cent over `maxWords` that still submits. */
  readonly tolerance?: number;
  readonly choices?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
};

export type AttachmentCount = { readonly key: string; readonly min: number; readonly max: number };

export type Form = {
  readonly fields: readonly FieldRule[];
  readonly attachments: readonly AttachmentCount[];
  /** The limit of all `section` fields together. */
  readonly bodyMaxWords?: number | null;
  readonly bodyTolerance?: number;
};

/** One of the people of an entry, in their order. Absent parts are empty texts. */
export type PersonValue = {
  readonly name: string;
  /** 职称. */
  readonly title: string;
  /** 职务. */
  readonly post: string;
  readonly phone: string;
};

/**
 * text, long-text, section, choice, date: a string · number: a number · people: people ·
 * keywords: strings · attestation: true or false. Null: not answered.
 */
export type FieldValue =
  string | number | boolean | null | readonly string[] | readonly PersonValue[];

export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;
