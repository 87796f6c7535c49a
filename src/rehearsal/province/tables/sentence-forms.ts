import type { SectionKey } from '../shapes.js';

/** What an act is for. */
export const aims = [
  '把{asset}转化为{gain}',
  '让{value}融入{place}',
  '引导{pupils}{virtue}',
  '切实{raise}{ability}',
  '推动{field}与{field}{sync}',
  '在{place}中厚植{value}',
  '使{place}处处体现{value}',
  '带动{ability}和{ability}同步改善',
];

/** Whole sentences with `{pieces}`; their fixed words are few, so that two entries rarely share a run of text. */
export const sentenceForms: Readonly<Record<SectionKey, readonly string[]>> = {
  background: [
    '{period}，{field}在{part}方面{trouble}的情况较为突出。',
    '调研显示，{low}%的{respondent}反映{part}{trouble}。',
    '面对{pupils}成长的新需求，党组织认识到，{field}必须与{field}{sync}。',
    '{who}在座谈中提出，{part}{trouble}，{part}{trouble}，亟待改进。',
    '落实上级要求，{school}结合实际{verb}{object}，{aim}。',
    '此前，{object}{trouble}，{respondent}期待{field}有新的突破。',
  ],
  practice: [
    '{when}，{who}{verb}{object}，{how}，{aim}。',
    '{who}{how}，将{object}与{object}结合起来，{metric}。',
    '针对{part}{trouble}的问题，{who}{verb}{object}，{metric}，{aim}。',
    '围绕{object}，{who}{duty}，{who}{duty}，形成{mechanism}。',
    '{object}由{who}牵头，{how}，{how}，{aim}。',
    '{when}，{school}{verb}{object}，{who}{duty}，{metric}。',
    '在{object}中，{pupils}人人有任务，{who}{duty}，{aim}。',
    '为了{aim}，{who}{how}，{verb}{object}。',
    '{verb}{object}时，{school}{how}，逐步建立{mechanism}。',
    '{who}每学期{verb}{object}{n1}次，{how}，{metric}。',
    '{object}注重实效：{how}，{how}，{metric}。',
  ],
  effect: [
    '{period}，{metric}，{metric}，{ability}{better}。',
    '{survey}显示，{pct}%的{respondent}认为{place}{adjective}，比上一学年提高{n1}个百分点。',
    '{who}在{object}中{growth}，{metric}。',
    '{object}由{bad}变为{good}，{respondent}说{feeling}。',
    '{school}先后获{honour}{few}项，{metric}。',
    '{value}逐步成为师生的{norm}，{pupils}{virtue}的事例越来越多。',
    '{period}，{part}{trouble}的状况得到扭转，{ability}{better}。',
    '周边{n1}所兄弟学校前来交流{object}，{respondent}评价{place}{adjective}。',
    '以{object}为例，{period}{metric}，{respondent}参与率达到{pct}%。',
  ],
  insight: [
    '实践表明，{field}只有与{field}{sync}，才能{aim}。',
    '要{aim}，关键在{key}，难点在{key}。',
    '{next}，{school}将{verb}{object}，{how}，{aim}。',
    '{object}要{how}，防止{part}{trouble}。',
    '{must}{key}，才能{aim}；{must}{key}，才能{aim}。',
    '{key}与{key}相结合，{object}才有生命力。',
    '我们体会到，{part}{trouble}时，更要靠{key}打开局面。',
  ],
};

/** The sentence that names the brand, once in each body. */
export const brandSentence = '为此，{school}以“{slogan}”为主题，{how}，{aim}。';

/** The abstract says the first two in order, then some of the others. */
export const abstractOpening = [
  '案例针对{part}{trouble}、{part}{trouble}等问题，以“{slogan}”为主线，{verb}{object}。',
  '主要做法是：{how}，{verb}{object}；{how}，{verb}{object}；{who}{duty}，{aim}。',
];
export const abstractForms = [
  '{period}，{metric}，{metric}，{ability}{better}。',
  '{school}{how}，形成{mechanism}，{aim}。',
  '{must}{key}、{must}{key}，为同类学校开展{object}提供了参考。',
  '{object}由{bad}变为{good}，{metric}。',
  '{survey}显示，{pct}%的{respondent}认为{place}{adjective}。',
];
