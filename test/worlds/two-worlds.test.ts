import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../support/house.js';
import { seededRandom } from '../../src/platform/pure/seeded-random.js';
import { ask, differ } from './compare.js';
import type { Observer } from './observers.js';
import { buildPhases, type Phase, type Scene } from './phases.js';
import { apiDescription } from '../support/api-description.js';
import { wholeScript } from './script.js';
import { pastTriggers, type Secret, secrets, tell } from './secrets.js';

/** `WORLDS=all` asks everything; otherwise a sample that the seed draws, each time another. */
const everything = process.env['WORLDS'] === 'all';
const seed = process.env['WORLDS_SEED'] ?? String(Date.now());
/** Requests to each of two worlds, of those that must not show the secret. */
const sampled = 160;

type Pair = { readonly a: House; readonly b: House; readonly scene: Scene };
type Finding = { readonly observer: Observer; readonly path: string };

const pairs = secrets.flatMap((secret) =>
  secret.phases.map((phase) => ({ secret, phase, title: `${phase}: ${secret.name}` })),
);

describe(`two worlds that differ in one secret (WORLDS_SEED=${seed})`, () => {
  let scenes: ReadonlyMap<Phase, Scene>;
  let description: OpenAPIObject;
  let asked = 0;

  beforeAll(async () => {
    description = await apiDescription();
    scenes = await buildPhases();
  }, 300_000);
  afterAll(async () => {
    for (const { frozen } of scenes.values()) await frozen.remove();
  });

  /** Opens two copies of the phase, of which the second differs in the secret. */
  async function inPair<Result>(
    phase: Phase,
    secret: Secret,
    work: (pair: Pair) => Promise<Result>,
  ): Promise<Result> {
    const scene = scenes.get(phase);
    if (scene === undefined) throw new Error(`no scene for ${phase}`);
    const [a, b] = [
      await openHouse({ from: scene.frozen }),
      await openHouse({ from: scene.frozen }),
    ];
    try {
      await tell(b, secret);
      return await work({ a, b, scene });
    } finally {
      await a.close();
      await b.close();
    }
  }

  /** Everything that these observers can ask, in both worlds; where the answers differ, up to `most` places. */
  async function differences(
    { a, b, scene }: Pair,
    observers: readonly Observer[],
    some: (requests: Finding[]) => Finding[],
    most = Infinity,
  ): Promise<Finding[]> {
    const paths = await wholeScript(a, description);
    const requests = observers.flatMap((observer) => paths.map((path) => ({ observer, path })));
    const found: Finding[] = [];
    for (const { observer, path } of some(requests)) {
      const cookie = scene.cookies.get(observer);
      if (await differAlways(a, b, cookie, path)) found.push({ observer, path });
      if (found.length === most) break;
    }
    return found;
  }

  /** A file may carry the second in which it was made: what is alike at one of three askings is alike. */
  async function differAlways(
    a: House,
    b: House,
    cookie: string | undefined,
    path: string,
  ): Promise<boolean> {
    for (let time = 0; time < 3; time++) {
      asked += 2;
      if (!differ(await ask(a, cookie, path), await ask(b, cookie, path))) return false;
    }
    return true;
  }

  it.each(pairs)(
    '$title',
    async ({ secret, phase, title }) => {
      await inPair(phase, secret, async (pair) => {
        const told = secret.told.filter((observer) => pair.scene.cookies.has(observer));
        expect(await differences(pair, others(pair.scene, secret), sample(title))).toEqual([]);
        expect(await differences(pair, told, all, 1)).toHaveLength(1);
      });
    },
    300_000,
  );

  it('asked enough', () => {
    expect(asked).toBeGreaterThanOrEqual(5_000);
  });

  /** Careless code that lets a visible column follow what is hidden. */
  it.each([
    [
      'a version that counts entries',
      'another prefecture has one more entry',
      'update programmes.programme set version = version + (select count(*) from entries.entry)',
    ],
    [
      'a name made from what others write',
      'what a neighbouring school writes',
      `update programmes.programme set name = name || (select md5(string_agg(title, '' order by id)) from entries.entry)`,
    ],
    [
      'a date that others move',
      'what a neighbouring school writes',
      'update entries.entry set updated_at = (select max(updated_at) from entries.entry)',
    ],
  ])('finds a planted leak: %s', async (_, name, plant) => {
    const secret = secrets.find((one) => one.name === name) as Secret;
    await inPair('collecting', secret, async (pair) => {
      for (const house of [pair.a, pair.b]) await pastTriggers(house, [plant]);
      const leaks = await differences(pair, others(pair.scene, secret), all);
      expect(leaks.map(({ observer }) => observer)).toContain('submitter');
    });
  });
});

const others = ({ cookies }: Scene, secret: Secret): Observer[] =>
  [...cookies.keys()].filter((observer) => !secret.told.includes(observer));

const all = (requests: Finding[]): Finding[] => requests;

const sample =
  (title: string) =>
  (requests: Finding[]): Finding[] =>
    everything ? requests : seededRandom(`${seed} ${title}`).shuffle(requests).slice(0, sampled);
