import { describe, expect, it } from 'vitest';
import { drawStates, mayNumber, mayWitness, type Witnessed } from './draw-states.js';

const drawn: Witnessed = {
  ...{ state: 'drawn', committedBy: 'admin', numberedBy: 'witness', signed: [] },
};
const admin = { role: 'programme-admin', personId: 'admin' };
const witness = { role: 'supervisor', personId: 'witness' };

describe('a draw', () => {
  it('is given up until both have signed, and is not taken up again', () => {
    const open = Object.entries(drawStates).filter(([, acts]) => acts.abort !== undefined);
    expect(open.map(([state]) => state)).toEqual(['draft', 'committed', 'drawn']);
    expect(drawStates.aborted).toEqual({});
  });

  it.each([
    ['who ran it, first', drawn, admin, { part: 'administrator', state: 'drawn' }],
    ['who gave the number, first', drawn, witness, { part: 'supervisor', state: 'drawn' }],
    [
      'the second of them',
      { ...drawn, signed: ['administrator'] as const },
      witness,
      { part: 'supervisor', state: 'signed' },
    ],
  ])('is signed by %s', (_who, draw, actor, value) => {
    expect(mayWitness(draw, actor)).toEqual({ ok: true, value });
  });

  it.each([
    ['before it is drawn', { ...drawn, state: 'committed' as const }, admin, 'wrong-state'],
    ['by another administrator', drawn, { ...admin, personId: 'other' }, 'draw-of-another'],
    ['by another supervisor', drawn, { ...witness, personId: 'other' }, 'draw-of-another'],
    [
      'by nobody',
      { ...drawn, numberedBy: null },
      { ...witness, personId: null },
      'draw-of-another',
    ],
    ['twice', { ...drawn, signed: ['supervisor'] as const }, witness, 'draw-signed'],
  ])('is not signed %s', (_how, draw, actor, code) => {
    expect(mayWitness(draw, actor)).toEqual({ ok: false, code });
  });

  it.each([
    ['before the commitment', 'draft', 'witness', { ok: false, code: 'wrong-state' }],
    ['once it is committed', 'committed', 'witness', { ok: true, value: 'drawn' }],
    ['by who committed it', 'committed', 'admin', { ok: false, code: 'draw-second-person' }],
    ['a second time', 'drawn', 'witness', { ok: false, code: 'wrong-state' }],
    ['after it was given up', 'aborted', 'witness', { ok: false, code: 'wrong-state' }],
  ] as const)('gets its number %s', (_when, state, personId, answer) => {
    expect(mayNumber({ state, committedBy: 'admin' }, personId)).toEqual(answer);
  });
});
