import type { Criterion } from '../criteria.js';

/** How a comment opens, by band of the total. */
export const openings: readonly { readonly from: number; readonly texts: readonly string[] }[] = [
  {
    from: 9000,
    texts: ['案例立意高、体系完整，', '整体水平突出，值得重点关注，', '主题鲜明，是难得的好案例，'],
  },
  {
    from: 8000,
    texts: ['案例总体质量较好，', '选题贴近实际，完成度较高，', '思路清楚，做法具体，'],
  },
  { from: 7000, texts: ['案例有一定基础，', '做法基本完整，特色尚不明显，', '内容较为平实，'] },
  { from: 0, texts: ['案例还比较粗略，', '材料支撑明显不足，', '与申报要求有一定差距，'] },
];

/** Said of the criterion an entry is strongest in. */
export const praises: Readonly<Record<Criterion, readonly string[]>> = {
  political: [
    '政治方向正确，主题把握准确；',
    '始终突出党组织的领导作用；',
    '站位较高，切合遴选主题；',
    '能把上级精神落到学校实际；',
  ],
  fusion: [
    '党建与业务结合紧密，不是“两张皮”；',
    '把组织生活与教育工作融为一体；',
    '融合的机制讲得清楚，责任到人；',
    '找准了党建与业务的结合点；',
  ],
  innovation: [
    '工作载体有新意，给人启发；',
    '方法上有突破，不落俗套；',
    '品牌特色鲜明，辨识度高；',
    '能够结合校情创造性地开展工作；',
  ],
  effect: [
    '成效有数据、有对比，可信度高；',
    '师生和家长的变化写得实在；',
    '实效比较明显，佐证较充分；',
    '注重跟踪评价，结果令人信服；',
  ],
  replicability: [
    '做法可学可用，便于推广；',
    '对同类学校有较强的借鉴意义；',
    '经验提炼到位，有典型性；',
    '流程清楚，容易复制；',
  ],
  writing: [
    '结构完整，文字流畅；',
    '层次分明，表述规范；',
    '语言朴实，条理清晰；',
    '详略得当，格式符合要求；',
  ],
};

/** Asked of the criterion an entry is weakest in. */
export const suggestions: Readonly<Record<Criterion, readonly string[]>> = {
  political: [
    '建议进一步突出党组织的政治功能。',
    '党建引领的主线还可以更加鲜明。',
    '与主题的契合度有待加强。',
    '建议补充党组织研究部署的过程。',
  ],
  fusion: [
    '党建与业务的融合还停留在活动层面。',
    '融合机制需要进一步说清楚。',
    '建议讲明党员在业务中的具体作用。',
    '两方面内容衔接不够自然，需再打磨。',
  ],
  innovation: [
    '创新点不够突出，建议再作提炼。',
    '常规做法较多，特色有待挖掘。',
    '建议与同类做法作比较，凸显新意。',
    '品牌内涵还需要进一步丰富。',
  ],
  effect: [
    '成效部分缺少前后对比的数据。',
    '建议补充师生和家长的评价。',
    '部分结论缺少证据支撑。',
    '成效描述偏笼统，宜用事例说明。',
  ],
  replicability: [
    '推广价值阐述不足，建议补充适用条件。',
    '经验启示部分可以再凝练。',
    '对其他学校如何借鉴着墨不多。',
    '做法依赖特定条件，推广时需说明。',
  ],
  writing: [
    '个别表述重复，文字需要精简。',
    '建议压缩背景，突出做法。',
    '部分段落层次不清，可再调整。',
    '标题与正文的呼应可以更紧密。',
  ],
};

/** What careless judges write again and again. */
export const stockComments = [
  '案例主题明确，内容较为完整，做法具体可行，取得了一定成效，建议进一步总结提炼。',
];
