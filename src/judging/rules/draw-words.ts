import type { DrawCheck, DrawFinding } from './verify-draw.js';

type Sentences = { readonly holds: string; readonly differs: string };

const words: Readonly<Record<DrawCheck, Sentences>> = {
  shape: {
    holds: '文件是抽取记录 (the file is the record of a draw)',
    differs: '文件不是抽取记录 (the file is not the record of a draw)',
  },
  canonical: {
    holds: '文件是规范格式 (the file is canonical JSON, RFC 8785)',
    differs: '文件不是规范格式，可能被编辑过 (not canonical JSON: it may have been edited)',
  },
  rule: {
    holds: '算法是本程序公布的版本 (drawn by the published algorithm this program knows)',
    differs: '算法版本不同 (drawn by another version of the algorithm)',
  },
  list: {
    holds: '名单与其校验值一致 (the list has the hash it says)',
    differs: '名单或其校验值被改动 (the list or its hash was changed)',
  },
  strata: {
    holds: '各层人员符合条件、按序排列 (every expert is of their stratum, in order, once)',
    differs: '某层的条件、人员或次序有误 (a stratum has a wrong key, member or order)',
  },
  commitment: {
    holds: '承诺值由服务器随机数和名单得出 (the commitment is of the nonce and the list)',
    differs: '承诺值与随机数、名单不符 (the commitment is not of this nonce and list)',
  },
  seed: {
    holds: '种子由随机数、监督数和名单得出 (the seed is of nonce, supervisor’s number and list)',
    differs: '种子与随机数、监督数、名单不符 (the seed is not of this nonce, number and list)',
  },
  result: {
    holds: '抽取结果重算一致 (the result comes out the same)',
    differs: '抽取结果重算不一致 (the result comes out different)',
  },
  record: {
    holds: '记录与其校验值一致 (the record has the hash it says)',
    differs: '记录或其校验值被改动 (the record or its hash was changed)',
  },
  times: {
    holds: '先承诺、再报数、后签名 (commitment, number and signatures came in this order)',
    differs: '时间先后有误 (the times are out of order)',
  },
  signatures: {
    holds: '管理员和监督员均已签名 (administrator and supervisor both signed this record)',
    differs: '签名不全或与记录不符 (a signature is missing or is not for this record)',
  },
};

/** What was found, a line each, and a last line with the answer. */
export function drawReport(findings: readonly DrawFinding[]): string {
  const lines = findings.map(({ check, holds, where }) =>
    holds ? `ok       ${words[check].holds}` : `DIFFERS  ${words[check].differs}: ${where}`,
  );
  const differ = findings.filter(({ holds }) => !holds).length;
  const answer =
    differ === 0
      ? '全部相符 (everything holds)'
      : `${differ} 项不符 (${differ} of ${findings.length} differ)`;
  return [...lines, answer, ''].join('\n');
}
