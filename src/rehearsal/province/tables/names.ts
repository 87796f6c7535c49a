type Weighted = readonly (readonly [string, number])[];

/** Surnames by how common they are, in rough tenths of a percent. */
export const surnames: Weighted = [
  ...weigh(70, '李王张刘陈'),
  ...weigh(45, '杨黄周吴罗'),
  ...weigh(28, '谭唐肖邓曾彭胡何蒋'),
  ...weigh(16, '欧贺易廖龙袁谢邹高曹文段汤夏朱'),
  ...weigh(8, '莫匡旷郭戴颜苏蔡阳尹单甘柳邱钟'),
];

/** Surnames that the western prefectures add. */
export const westernSurnames: Weighted = weigh(60, '田向彭石龙吴麻覃');

export const compoundSurnames = ['欧阳', '司马', '上官', '皇甫', '诸葛'];

export const givenCharacters = [
  ...'建国志强文军海平永明德华立新光辉春生宏伟卫东晓峰学勇俊杰少云家兴远航',
  ...'子涵雨欣思琪梦瑶佳怡雅静美玲丽娟秀英红梅艳芳桂兰玉琴慧敏莉娜婷颖倩彤',
  ...'泽楷宇轩浩然博睿景行知言若水怀瑾清和安澜向阳致远克勤守正承启润之楚湘',
];

/** Given names written with a dot, as some Miao and Tujia people do. */
export const dottedGivenNames = ['阿雅', '仰莎', '岱珠', '荷娘', '旺嘎', '金枝', '阿朵', '科禄'];

/** People whose names have characters outside the common fonts, by the key of whom they name. */
export const reservedNames: Readonly<Record<string, string>> = {
  'officer-4312': '彭𬍛',
  'judge-JX-03': '周䶮',
  'judge-SD-05': '谭㛃',
  'DY-4301-01/contributor-1': '陈䶮',
  'SD-4331-01/contributor-1': '龙㛃',
  'JX-4312-01/contributor-1': '向𬍛',
};

function weigh(weight: number, characters: string): Weighted {
  return [...characters].map((character) => [character, weight] as const);
}
