import { describe, expect, it } from 'vitest';
import { recusalKinds, recusalRules } from './recusal-rules.js';
import { withSettings } from './settings.js';
import { fusionCase } from './templates/fusion-case.js';

const { config } = fusionCase;
const usual = recusalRules(config.recusal);

describe('the rules of recusal', () => {
  it('follow the flags and what is usual where they name nothing', () => {
    expect(recusalRules({ sameUnit: true, samePrefecture: false })).toEqual({
      'same-unit': 'forbid',
      'same-prefecture': 'allow',
      'own-unit-in-category': 'allow',
      'took-part': 'forbid',
    });
  });

  it.each(recusalKinds)('say what they were set to of %s, and of nothing else', (kind) => {
    const wanted = { ...usual, [kind]: 'warn' as const };
    const changed = withSettings(config, { recusal: wanted });
    if (!changed.ok) throw new Error(changed.code);
    expect(changed.value.recusal.strictness).toEqual({ [kind]: 'warn' });
    expect(recusalRules(changed.value.recusal)).toEqual(wanted);
  });

  it('keep their fingerprint when they are set to what they say already', () => {
    const set = withSettings(config, { recusal: { ...usual, 'took-part': 'warn' } });
    if (!set.ok) throw new Error(set.code);
    const back = withSettings(set.value, { recusal: usual });
    expect(back).toEqual({ ok: true, value: config });
  });
});
