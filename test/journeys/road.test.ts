import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.js';
import { announce } from './road/announce.js';
import { call } from './road/call.js';
import { assemble, type Cast } from './road/cast.js';
import { check } from './road/check.js';
import { empanel } from './road/empanel.js';
import { lookAround } from './road/look-around.js';
import { recommend } from './road/recommend.js';
import { score } from './road/score.js';
import { submit } from './road/submit.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the road of a selection', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await assemble(chromium ?? '');
  });
  afterAll(async () => {
    await cast?.browser.close();
    await cast?.house.close();
  });

  it(
    'leads through the pages from the call to the announcement',
    { timeout: 300_000 },
    async ({ onTestFailed }) => {
      onTestFailed(() => cast.browser.testify());
      const programmeId = await call(cast);
      const entryId = await submit(cast);
      await recommend(cast, programmeId, entryId);
      await check(cast, programmeId);
      const panel = await empanel(cast, programmeId);
      await score(cast, panel);
      await announce(cast, programmeId);
      await lookAround(cast);
      expect(cast.browser.faults).toEqual([]);
    },
  );
});
