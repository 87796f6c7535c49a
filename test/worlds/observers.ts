import type { Client } from '../support/client.js';
import type { House } from '../support/house.js';
import { clientIn } from '../support/programmes.js';

/** Who looks: everybody who has a session, or had one, or never had any. */
export type Observer = (typeof standing)[number][0] | Judge | 'anybody' | 'ex-user';

type Judge =
  'judge' | 'colleague' | 'third judge' | 'conflicted judge' | 'judge of another category';

const standing = [
  ['submitter', 'submitter', '430102-01'],
  ['county officer', 'county-officer', '430102'],
  ['prefecture officer', 'prefecture-officer', '430100'],
  ['officer of another prefecture', 'prefecture-officer', '430200'],
  ['system-admin', 'system-admin', '430000'],
  ['security-admin', 'security-admin', '430000'],
  ['audit-admin', 'audit-admin', '430000'],
  ['programme-admin', 'programme-admin', '430000'],
  ['supervisor', 'supervisor', '430000'],
] as const;

/** Signs in everybody but the judges; sessions by observer. */
export async function standingObservers(
  house: House,
  organisations: ReadonlyMap<string, string>,
): Promise<Map<Observer, string | undefined>> {
  const cookies = new Map<Observer, string | undefined>([['anybody', undefined]]);
  for (const [observer, role, code] of standing)
    seat(cookies, observer, await clientIn(house, organisations, role, code));
  const left = await clientIn(house, organisations, 'programme-admin', '430000');
  const goodbye = await left.delete('/api/session');
  if (goodbye.status !== 204) throw new Error(`not signed out: ${goodbye.text}`);
  seat(cookies, 'ex-user', left);
  return cookies;
}

export function seat(
  cookies: Map<Observer, string | undefined>,
  observer: Observer,
  client: Client,
): void {
  cookies.set(observer, client.cookie);
}
