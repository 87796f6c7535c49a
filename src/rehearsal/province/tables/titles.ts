/** How titles are put together; half of them quote the brand. */
export const quotedTitles = [
  '“{slogan}”——党建引领{subject}的{approach}实践',
  '“{slogan}”：党建引领{subject}{approach}探索',
  '以“{slogan}”品牌推进{subject}的{approach}实践',
  '打造“{slogan}”品牌，创新{subject}路径',
];
export const plainTitles = [
  '党建引领{subject}的{approach}实践',
  '党建融入{subject}的{approach}探索',
  '支部建在一线：{subject}的{approach}路径',
  '以党建促{subject}的{approach}行动',
  '让党旗在{subject}中飘扬',
];
