export const letterKinds = [
  'invitation',
  'entry-submitted',
  'entry-returned',
  'entry-declined',
  'entry-reconsidered',
  'entry-correction',
  'entry-transferred',
  'list-unlocked',
  'judge-invited',
  'round-opened',
  'sheet-unlocked',
  'second-look',
  'sheet-added',
  'spread-undecided',
  'notice-released',
  'results-released',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a letter may say. Whatever its reader may not know is absent, and the letter says less. */
export type LetterFacts = {
  /** What this installation calls itself. */
  readonly site: string;
  readonly recipient: string;
  /** Where to go: a single-use link in an invitation, a page everywhere else. */
  readonly link: string;
  readonly programme?: string;
  readonly noun?: string;
  readonly entryTitle?: string;
  readonly category?: string;
  /** An instant as Beijing time, such as 2026年12月7日 17:00. */
  readonly until?: string;
  /** First and last day of a public notice, such as 2026年12月7日至2026年12月11日. */
  readonly period?: string;
};

export type LetterText = { readonly subject: string; readonly text: string };

type Template = {
  readonly subject: (facts: LetterFacts) => string;
  /** Paragraphs; undefined when the reader may not know what the letter would tell. */
  readonly body: (facts: LetterFacts) => readonly string[] | undefined;
};

/** A subject stands in lists and on locked screens: until the announcement it tells nothing. */
const neutral = (): string => '您有一项新通知';

const templates: Readonly<Record<LetterKind, Template>> = {
  invitation: {
    subject: () => '请启用您的账号',
    body: ({ site, link }) => [
      `${site}已为您开通账号。请打开下面的链接设置密码并登录：`,
      link,
      '链接七天内有效，只能使用一次。如非本人，请忽略此信。',
    ],
  },
  'entry-submitted': {
    subject: neutral,
    body: ({ programme, noun, entryTitle, link }) =>
      entryTitle === undefined
        ? undefined
        : [
            `您提交的${noun}“${entryTitle}”（${programme}）已收到。提交后仍可查看，回执随时可以打印：`,
            link,
          ],
  },
  'entry-returned': {
    subject: neutral,
    body: ({ programme, noun, entryTitle, link, until }) =>
      entryTitle === undefined
        ? undefined
        : [
            `您提交的${noun}“${entryTitle}”（${programme}）已退回修改。请按退回意见修改后重新提交：`,
            link,
            ...(until === undefined
              ? []
              : [`提交截止时间：${until}（北京时间，以服务器接收为准）。`]),
          ],
  },
  'entry-declined': {
    subject: neutral,
    body: ({ programme, noun, entryTitle, link }) =>
      entryTitle === undefined
        ? undefined
        : [`您提交的${noun}“${entryTitle}”（${programme}）有新的审核结果，请查看：`, link],
  },
  'entry-reconsidered': {
    subject: neutral,
    body: ({ programme, noun, entryTitle, link }) =>
      entryTitle === undefined
        ? undefined
        : [
            `您提交的${noun}“${entryTitle}”（${programme}）此前的审核结果已撤销，现重新审核，请留意后续通知：`,
            link,
          ],
  },
  'list-unlocked': {
    subject: neutral,
    body: ({ programme, until, link }) =>
      programme === undefined
        ? undefined
        : [
            `贵单位的推荐名单（${programme}）已由省级退回，可以调整。请查看原因，重新核对并锁定：`,
            link,
            ...(until === undefined
              ? []
              : [`推荐截止时间：${until}（北京时间，以服务器接收为准）。`]),
          ],
  },
  'entry-correction': {
    subject: neutral,
    body: ({ programme, noun, entryTitle, link, until }) =>
      entryTitle === undefined
        ? undefined
        : [
            `${noun}“${entryTitle}”（${programme}）在形式审查中需要补正。请只修改指出的部分并重新提交，申报单位和推荐单位均可办理：`,
            link,
            ...(until === undefined
              ? []
              : [`补正截止时间：${until}（北京时间，以服务器接收为准）。`]),
          ],
  },
  'entry-transferred': {
    subject: neutral,
    body: ({ programme, noun, entryTitle, link }) =>
      entryTitle === undefined
        ? undefined
        : [`${noun}“${entryTitle}”（${programme}）的负责人有变动，请查看：`, link],
  },
  'judge-invited': {
    subject: neutral,
    body: ({ programme, category, link }) =>
      programme === undefined
        ? undefined
        : [
            `诚邀您担任${programme}${category === undefined ? '' : `（${category}）`}的评委。请登录后答复是否接受邀请，并申报需要回避的事项：`,
            link,
            '请对受邀一事保密。',
          ],
  },
  'round-opened': {
    subject: neutral,
    body: ({ programme, until, link }) =>
      programme === undefined
        ? undefined
        : [
            `${programme}的评审已经开始。请登录后评分，全部完成后签名确认：`,
            link,
            ...(until === undefined
              ? []
              : [`评审截止时间：${until}（北京时间，以服务器接收为准）。`]),
          ],
  },
  'sheet-unlocked': {
    subject: neutral,
    body: ({ programme, link }) =>
      programme === undefined
        ? undefined
        : [
            `您在${programme}评审中的一份评分表已按规定解除签名。请登录后核对，确认或修改后重新签名：`,
            link,
          ],
  },
  'second-look': {
    subject: neutral,
    body: ({ programme, link }) =>
      programme === undefined
        ? undefined
        : [
            `请再看一看您在${programme}评审中评过的一份材料。您可以维持原评分，也可以说明理由后修改；如何评分由您独立决定：`,
            link,
          ],
  },
  'sheet-added': {
    subject: neutral,
    body: ({ programme, link }) =>
      programme === undefined
        ? undefined
        : [`您在${programme}评审中有一份新的待评材料。请登录后评分并签名：`, link],
  },
  'spread-undecided': {
    subject: neutral,
    body: ({ programme, link }) =>
      programme === undefined
        ? undefined
        : [`${programme}评审中有一份材料需要您以组长身份裁定。请登录后处理：`, link],
  },
  'notice-released': {
    subject: ({ programme }) => `${programme ?? ''}公示通知`,
    body: ({ programme, period, link }) =>
      programme === undefined
        ? undefined
        : [`${programme}拟入选名单现予公示，公示期${period}：`, link],
  },
  'results-released': {
    subject: ({ programme }) => `${programme ?? ''}结果公布`,
    body: ({ programme, link }) =>
      programme === undefined ? undefined : [`${programme}的结果已经公布：`, link],
  },
};

/** The words of a letter, from what its reader may know at this moment. */
export function letterText(kind: LetterKind, facts: LetterFacts): LetterText {
  const { subject, body } = templates[kind];
  const paragraphs = body(facts) ?? ['您有一项新通知，请登录系统查看：', facts.link];
  return {
    subject: oneLine(`【${facts.site}】${subject(facts)}`),
    text: [`${oneLine(facts.recipient)}：`, ...paragraphs, signature(facts)].join('\n\n') + '\n',
  };
}

const signature = ({ site }: LetterFacts): string => `${site}\n此信由系统自动发送，请勿直接回复。`;

/** A header has one line, whatever a name contains. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
