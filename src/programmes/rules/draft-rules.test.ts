import { describe, expect, it } from 'vitest';
import { addedFaults, differingParts, patched } from './draft-rules.js';
import { fusionCase } from './templates/fusion-case.js';

const { config } = fusionCase;
const [first] = config.categories;
const panel = { perEntry: 3, reservePercent: 0 };

describe('the rules of a draft', () => {
  it('take whole parts in place of their own', () => {
    expect(patched(config, { noun: '作品', panel })).toEqual({
      ok: true,
      config: { ...config, noun: '作品', panel },
    });
  });

  it.each([
    ['a part they do not have', { colour: 'red' }, '/colour', 'unknown-key'],
    ['their origin', { templateKey: 'other' }, '/templateKey', 'unknown-key'],
    ['another version', { version: 1 }, '/version', 'unknown-key'],
    ['a figure in words', { bodyMaxWords: 'many' }, '/bodyMaxWords', 'wrong-type'],
    ['part of a part', { panel: { perEntry: 5 } }, '/panel/reservePercent', 'missing'],
    ['one category twice', { categories: [first, first] }, '/categories/1/code', 'duplicate'],
    ['no category', { categories: [] }, '/categories', 'too-few'],
    ['nothing for something', { noun: null }, '/noun', 'not-a-choice'],
  ])('never take %s', (_what, patch, path, code) => {
    expect(patched(config, patch)).toEqual({ ok: false, faults: [{ path, code }] });
  });

  it('may contradict themselves until the health check', () => {
    expect(patched(config, { rubrics: {} }).ok).toBe(true);
  });

  it('tell a new contradiction from one that was there', () => {
    const broken = { ...config, panel };
    expect(addedFaults(config, broken)).toEqual([
      { path: '/panel/perEntry', code: 'trim-needs-four' },
    ]);
    expect(addedFaults(broken, { ...broken, noun: '作品' })).toEqual([]);
  });

  it('differ by parts, whatever the order of their keys', () => {
    const turned = Object.fromEntries(Object.entries(config).reverse()) as typeof config;
    expect(differingParts(config, turned)).toEqual([]);
    expect(differingParts(config, { ...turned, panel, documents: ['通知'] })).toEqual([
      'panel',
      'documents',
    ]);
  });
});
