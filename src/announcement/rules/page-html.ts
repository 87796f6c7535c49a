import { escapeHtml } from '../../platform/pure/escape-html.js';
import type { NoticePeriod } from '../../platform/pure/working-days.js';
import {
  chineseDate,
  chineseNumeral,
  officialTitle,
  periodWords,
  type ReleaseKind,
} from './page-words.js';
import { countListed, type ReleaseContent, type ReleaseSection } from './release-content.js';

/** Everything a released page says. Dates are `YYYY-MM-DD` in Beijing. */
export type PublicPage = {
  readonly slug: string;
  readonly kind: ReleaseKind;
  readonly content: ReleaseContent;
  /** SHA-256 (hex) of the list's canonical text. */
  readonly fingerprint: string;
  readonly releasedOn: string;
  /** The public notice's period; a final page names it too. */
  readonly notice: NoticePeriod & { readonly endsOn: string };
  /** Telephone, address, mailbox; empty when only the organiser is named. */
  readonly contact: string;
  /** Whether the final results stand beside a notice. */
  readonly isConcluded: boolean;
};

/** The page of a released list: no script, nothing fetched but one stylesheet of ours. */
export function pageHtml(page: PublicPage): string {
  const title = escapeHtml(officialTitle(page.kind, page.content.programme));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/public.css">
</head>
<body>
<a class="skip" href="#list">跳到名单</a>
<header class="masthead"><p><span class="seal" aria-hidden="true">选</span>${escapeHtml(page.content.organiser)}</p></header>
<main>
<h1>${title}</h1>
<p class="subtitle" lang="en">${page.kind === 'notice' ? 'Public notice of proposed selections' : 'Announcement of results'}</p>
${banner(page)}
${lead(page)}
${facts(page)}
<div id="list">
${page.content.sections.map((section, index) => sectionHtml(page.content, section, index + 1)).join('\n')}
</div>
${page.kind === 'notice' ? objections(page) : ''}
<p class="signature">${escapeHtml(page.content.organiser)}<br><time datetime="${page.releasedOn}">${chineseDate(page.releasedOn)}</time></p>
</main>
<footer class="imprint">
<p>名单指纹（SHA-256）<code>${escapeHtml(page.fingerprint)}</code></p>
<p>同一名单在任何地方算出的指纹都相同；名单如有改动，指纹随之改变。</p>
</footer>
</body>
</html>
`;
}

const banner = ({ slug, kind, isConcluded }: PublicPage): string =>
  kind === 'notice' && isConcluded
    ? `<p class="banner">公示已结束，结果已公布。<a href="/p/${escapeHtml(slug)}/results">查看公布的结果</a></p>`
    : '';

function lead(page: PublicPage): string {
  const { programme, noun } = page.content;
  const list = `${countListed(page.content)}个${escapeHtml(noun)}`;
  const named = escapeHtml(programme);
  return page.kind === 'notice'
    ? `<p class="lead">${named}经申报、推荐、形式审查、专家评审和计分复核，拟入选${list}，现予公示，接受社会监督。名单按行政区划排序，不分先后。</p>`
    : `<p class="lead">${named}经公示期满，入选${list}，现予公布。名单按行政区划排序，不分先后。</p>`;
}

function facts(page: PublicPage): string {
  const { notice, content, kind } = page;
  const period = `${timeOf(notice.startsOn)}至${timeOf(notice.endsOn)}`;
  const rows = [
    ['公示期', `${period}（${periodWords(notice)}），至末日24时止（北京时间）`],
    ['参评', `${content.reviewed}个`],
    [kind === 'notice' ? '拟入选' : '入选', `${countListed(content)}个`],
  ];
  return `<dl class="facts">${rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join('')}</dl>`;
}

const timeOf = (date: string): string => `<time datetime="${date}">${chineseDate(date)}</time>`;

function sectionHtml(content: ReleaseContent, section: ReleaseSection, number: number): string {
  const hasTiers = new Set(content.sections.map(({ tierCode }) => tierCode)).size > 1;
  const name = hasTiers ? `${section.category} · ${section.tier}` : section.category;
  const heading = `${chineseNumeral(number)}、${escapeHtml(name)}（${section.entries.length}个）`;
  const noun = escapeHtml(content.noun);
  return `<section aria-labelledby="part-${number}">
<h2 id="part-${number}">${heading}</h2>
<table role="table" aria-labelledby="part-${number}">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">序号</th><th role="columnheader" scope="col">${noun}名称</th><th role="columnheader" scope="col">申报单位</th><th role="columnheader" scope="col">推荐单位</th></tr></thead>
<tbody role="rowgroup">
${section.entries.map((entry, index) => row(entry, index + 1)).join('\n')}
</tbody>
</table>
</section>`;
}

const row = (entry: ReleaseSection['entries'][number], number: number): string =>
  `<tr role="row"><td role="cell" class="number">${number}</td><td role="cell" class="title">${escapeHtml(entry.title)}</td><td role="cell" data-label="申报单位">${escapeHtml(entry.unit)}</td><td role="cell" data-label="推荐单位">${escapeHtml(entry.prefecture)}</td></tr>`;

function objections({ content, contact, notice }: PublicPage): string {
  return `<section class="objections" aria-labelledby="objections">
<h2 id="objections">如何提出异议</h2>
<ol>
<li>对名单有异议的，请在${timeOf(notice.endsOn)}24时前以书面形式向${escapeHtml(content.organiser)}提出。</li>
<li>个人提出的，请署真实姓名并留联系方式；单位提出的，请加盖公章并写明联系人。</li>
<li>请写明所指${escapeHtml(content.noun)}、事实和理由，并附证据材料。匿名、逾期的不予受理。我们对异议人的身份保密。</li>
</ol>
${contact === '' ? '' : `<p class="contact">联系方式：${escapeHtml(contact)}</p>`}
</section>`;
}

/** What stands at an address where nothing was released. */
export const missingPageHtml = (): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>没有这个页面</title><link rel="stylesheet" href="/public.css"></head>
<body><main><h1>没有这个页面</h1><p class="subtitle" lang="en">Nothing has been released here</p>
<p class="lead">这里没有已发布的公示或结果，请核对网址。</p><p><a href="/">返回首页</a></p></main></body>
</html>
`;
