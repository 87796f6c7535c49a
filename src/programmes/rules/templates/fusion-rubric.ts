import type { Criterion, Rubric } from '../config.js';

type Bands = readonly [best: string, good: string, fair: string, poor: string];

const names = ['优秀', '良好', '一般', '较差'] as const;
const anchors = (texts: Bands): Criterion['anchors'] =>
  texts.map((text, index) => ({ band: names[index] ?? '', text }));

/** How far Party building and the category's own work are one thing: told differently in each. */
const fusion: Readonly<Record<'DY' | 'SD' | 'JX', Bands>> = {
  DY: [
    '党组织建设与德育工作同谋划、同部署、同考核，机制成体系；党员教师在课程、活动、管理、家校协同各环节职责具体，党建成为德育的主线。',
    '党组织牵头德育工作，党员教师在主要环节有明确职责，机制基本完整并持续运行。',
    '有党建带动德育的活动，但多为单项，党组织与德育部门各做各的，机制不连贯。',
    '党建与德育“两张皮”，只是把常规德育活动冠以党建名称。',
  ],
  SD: [
    '党组织把师德师风建设扛在肩上，教育、监督、考评、关爱、惩处环环相扣；党员示范岗、结对帮带有人有事有记录，师德由党建带动并经得起检验。',
    '党组织主导师德师风建设，党员教师示范作用清楚，教育与考评机制基本健全。',
    '有学习教育和评先树优，但党组织的作用停留在号召，监督与考评未成闭环。',
    '党建与师德“两张皮”，以个人事迹或一般培训代替党组织的建设工作。',
  ],
  JX: [
    '支部建在教研组、年级组或有同等机制，党员教师带头攻关课堂难题；集体备课、听评课、课题研究中党组织作用具体可查，课堂因此改进。',
    '党组织推动教学改进，党员教师在教研和课堂中的带头作用清楚，机制持续运行。',
    '有党员示范课、教研活动，但与党组织建设的联系较松，课堂改变不明显。',
    '党建与教学“两张皮”，只是一般教学经验加上党建表述。',
  ],
};

const political: Criterion = {
  key: 'political',
  name: '政治方向与主题契合',
  max: 1500,
  anchors: anchors([
    '党的领导贯穿全过程，政治方向正确，主题鲜明，与所报类别高度契合。',
    '政治方向正确，主题明确，党组织的作用清楚，与所报类别契合。',
    '政治方向正确，但主题不够集中，党组织的作用写得笼统。',
    '主题偏离所报类别，或看不出党组织的作用；有政治性错误的，请另选一票否决。',
  ]),
};

const innovation: Criterion = {
  key: 'innovation',
  name: '创新性',
  max: 2000,
  anchors: anchors([
    '针对真实难题提出新思路、新机制或新载体，特色鲜明，与常见做法有实质区别。',
    '在常见做法上有明显改进，载体或机制有自己的特点。',
    '有个别新意，主要仍是通行做法。',
    '照搬常规工作，没有可辨认的新意。',
  ]),
};

const effect: Criterion = {
  key: 'effect',
  name: '实效性',
  max: 2000,
  anchors: anchors([
    '变化具体、有前后对比，数据和事例可核实，学生、教师、家长的评价一致印证。',
    '成效明确，有数据或事例支持，反响良好。',
    '成效以概括描述为主，证据偏少。',
    '成效空泛，或所列成效与做法没有关系。',
  ]),
};

const replicability: Criterion = {
  key: 'replicability',
  name: '典型性与推广价值',
  max: 1500,
  anchors: anchors([
    '条件和步骤交代清楚，同类学校可直接借鉴，已有推广或辐射。',
    '经验提炼到位，多数同类学校可以借鉴。',
    '经验有一定参考价值，但依赖本校特有条件。',
    '只适用于个别情形，或未提炼出经验。',
  ]),
};

const writing: Criterion = {
  key: 'writing',
  name: '文本质量与规范',
  max: 500,
  anchors: anchors([
    '结构完整，层次分明，语言准确简洁，合乎体例。',
    '结构完整，表达通顺，基本合乎体例。',
    '结构或表达有欠缺，但不影响理解。',
    '结构混乱、差错较多，或不是工作案例的写法。',
  ]),
};

const criteriaOf = (category: keyof typeof fusion): readonly Criterion[] => [
  political,
  { key: 'fusion', name: '融合深度', max: 2500, anchors: anchors(fusion[category]) },
  innovation,
  effect,
  replicability,
  writing,
];

const vetoes = [
  { code: 'V1', text: '存在政治性错误或导向问题' },
  { code: 'V2', text: '抄袭、弄虚作假或所述事实明显不实' },
  { code: 'V3', text: '不是工作案例（总结、论文、个人随笔等）' },
] as const;

/** The rubric of one category: six criteria, 100 points, half a point a step. */
export const fusionRubric = (category: keyof typeof fusion): Rubric => ({
  kind: 'weighted',
  step: 50,
  criteria: criteriaOf(category),
  vetoes,
  comment: { minWords: 30, fromTotal: 9000, belowTotal: 7000 },
});
