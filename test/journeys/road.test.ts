import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.js';
import { call } from './road/call.js';
import { assemble, type Cast } from './road/cast.js';
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
    { timeout: 180_000 },
    async () => {
      await call(cast);
      await submit(cast);
      expect(cast.browser.faults).toEqual([]);
    },
  );
});
