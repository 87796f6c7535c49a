/** The plain data the generated province is made of. Everything in it is fictional but the place names. */
export type CategoryCode = 'DY' | 'SD' | 'JX';
export type OrganisationKind = 'province' | 'province-direct' | 'prefecture' | 'county' | 'school';
export type SchoolType =
  '小学' | '初中' | '九年一贯' | '高中' | '幼儿园' | '中职' | '特教' | '区域';
export type Ownership = '公办' | '民办';
export type Locale = '城区' | '镇区' | '乡村';
export type Stage = '学前' | '小学' | '初中' | '义务教育' | '高中' | '中职' | '特教' | '区域';

export type Organisation = {
  readonly code: string;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: OrganisationKind;
  readonly parentCode: string | null;
  readonly schoolType?: SchoolType;
  readonly ownership?: Ownership;
  readonly locale?: Locale;
};

export type Role =
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'
  | 'programme-admin'
  | 'supervisor'
  | 'prefecture-officer'
  | 'county-officer'
  | 'submitter'
  | 'judge';

export type Person = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly { readonly role: Role; readonly organisationCode: string }[];
};

export type JudgeNoise = 'careful' | 'careless' | 'flat';

export type Judge = Person & {
  readonly unitName: string;
  readonly unitCode: string;
  readonly prefectureCode: string;
  readonly title: string;
  readonly expertise: readonly string[];
  readonly categoryCode: CategoryCode;
  /** False for the spare of a category, who is called only when another withdraws. */
  readonly invited: boolean;
  /** Points added to every score. */
  readonly severity: number;
  /** How far the judge stretches differences of quality; 1 is neutral. */
  readonly scale: number;
  readonly noise: JudgeNoise;
};

export type Quota = {
  readonly prefectureCode: string;
  readonly categoryCode: CategoryCode;
  readonly places: number;
};

export type SectionKey = 'background' | 'practice' | 'effect' | 'insight';
export type Section = { readonly key: SectionKey; readonly text: string };

export type EntryFields = {
  readonly stage: Stage;
  readonly schoolType: SchoolType;
  readonly ownership: Ownership;
  readonly locale: Locale;
  /** Dates as YYYY-MM-DD. */
  readonly practiceFrom: string;
  readonly practiceTo: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly contributors: readonly { readonly name: string; readonly post: string }[];
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
};

export type Fate = 'reviewed' | 'late' | 'not-recommended' | 'rejected' | 'withdrawn';

/** Why the formal check rejects an entry; `check` is the item of the formal check list (domain §3.2). */
export type Rejection = {
  readonly check: 'A3' | 'A7' | 'A8';
  readonly code: 'stamp-missing' | 'anonymity' | 'likeness';
  readonly remark: string;
};

export type Entry = {
  readonly key: string;
  readonly categoryCode: CategoryCode;
  readonly schoolCode: string;
  /** The recommending unit: a prefecture, or 439900 for schools directly under the province. */
  readonly prefectureCode: string;
  readonly countyCode: string | null;
  readonly submittedBy: 'school' | 'prefecture';
  /** The submitter's or the prefecture officer's key. */
  readonly typedInBy: string;
  /** Order among the recommended of unit and category; null when not recommended. */
  readonly rank: number | null;
  readonly title: string;
  readonly fields: EntryFields;
  readonly sections: readonly Section[];
  /** Latent quality in points, around 82. */
  readonly quality: number;
  readonly fate: Fate;
  readonly returnedFirst: boolean;
  readonly returnRemark?: string;
  readonly rejection?: Rejection;
  readonly withdrawalReason?: string;
  /** Whether its photos carry a GPS position on purpose. */
  readonly photosWithPosition: boolean;
  /** The entry whose body most of this one is copied from, on purpose. */
  readonly copiedFrom?: string;
};

export type Province = {
  readonly seed: string;
  readonly organisations: readonly Organisation[];
  /** Everyone with an account but the judges. */
  readonly officials: readonly Person[];
  readonly judges: readonly Judge[];
  /** Key of the judge who withdraws in mid-round. */
  readonly withdrawing: string;
  readonly quotas: readonly Quota[];
  readonly entries: readonly Entry[];
  /** Key of the entry its prefecture tries to recommend beyond its places. */
  readonly overQuota: string;
  /** One pair per category of the same prefecture: a hand assignment that must be refused. */
  readonly conflicts: readonly {
    readonly categoryCode: CategoryCode;
    readonly entryKey: string;
    readonly judgeKey: string;
  }[];
};
