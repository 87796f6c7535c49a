import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionsByRole } from '../../src/identity/rules/permissions.js';
import { roles } from '../../src/identity/rules/roles.js';
import { routesOf } from '../../src/platform/http/route-audit.js';
import { apiDescription, filledPaths, type Ids, idsOf } from '../support/api-description.js';
import type { Client, Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { hostileBodies, hostileForms, hostileTexts, type Schema } from '../support/hostile.js';
import {
  acceptedJudge,
  checkedSelection,
  openedRound,
  type Selection,
} from '../support/judging.js';
import { clientIn } from '../support/programmes.js';

const verbs = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
} as const;
type Verb = keyof typeof verbs;

/** These end the session, or move the clock that sessions live by. */
const ofTheTestItself = ['delete /api/session', 'put /api/rehearsal/clock'];

/** What an answer lacks that every refusal owes its reader, or what it tells that is nobody's business. */
function wrongWith({ status, headers, body, text }: Reply): string | undefined {
  if (status >= 500) return `${status} ${text.slice(0, 300)}`;
  if (status < 400) return undefined;
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `${status} is no problem document: ${text.slice(0, 200)}`;
  const { code, title, detail } = body as Readonly<Record<string, unknown>>;
  if (![code, title, detail].every((said) => typeof said === 'string' && said !== ''))
    return `${status} does not say enough: ${text.slice(0, 300)}`;
  return /\b(select|insert|update) .* (from|into|set)\b|node_modules|\bat \w+ \(/.test(text)
    ? `${status} tells of our insides: ${text.slice(0, 300)}`
    : undefined;
}

describe('hostile input', () => {
  let house: House;
  let selection: Selection;
  let description: OpenAPIObject;
  let known: Ids;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    description = await apiDescription();
    house = await openHouse();
    selection = await checkedSelection(house);
    for (const unit of ['430000', '430000', '430000', '430000'])
      clients.set('judge', (await acceptedJudge(selection, unit)).client);
    await openedRound(selection);
    for (const role of roles.filter((other) => other !== 'judge'))
      clients.set(
        role,
        await clientIn(house, selection.organisations, role, seats[role] ?? '430000'),
      );
    known = await idsOf(house, 1);
  });
  afterAll(() => house.close());

  const seats: Readonly<Record<string, string>> = {
    submitter: '430102-01',
    'county-officer': '430102',
    'prefecture-officer': '430100',
  };

  /** Somebody who may use the route, or a visitor of one that is open to all. */
  function userOf(route: string, permission: string | undefined): Client {
    if (permission === 'public') return house.visitor;
    const role = roles.find(
      (other) => permission === 'signed-in' || permissionsByRole[other].includes(permission ?? ''),
    );
    const client = clients.get(role ?? '');
    if (client === undefined) throw new Error(`nobody may use ${route}`);
    return client;
  }

  /** Each route with each path that its parameters make, and who may use it. */
  function routes(wanted: readonly Verb[]) {
    const allowed = new Map(
      routesOf(house.app.get(DiscoveryService), house.app.get(MetadataScanner)).map(
        ({ method, path, permission }) => [
          `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`,
          permission,
        ],
      ),
    );
    const api = Object.entries(description.paths).filter(([path]) => path.startsWith('/api/'));
    return api.flatMap(([path, item]) =>
      wanted
        .filter(
          (verb) => allowed.has(`${verb} ${path}`) && !ofTheTestItself.includes(`${verb} ${path}`),
        )
        .map((verb) => ({
          ...{ verb, path, urls: filledPaths(path, known), operation: item[verb] },
          user: userOf(`${verb} ${path}`, allowed.get(`${verb} ${path}`)),
        })),
    );
  }

  /** Every answer of a route to hostile input: what is wrong with them, and whether one came from behind the door. */
  async function tried({ verb, path, user }: Tried, requests: Iterable<readonly [string, Sent]>) {
    const faults = new Set<string>();
    let isReached = false;
    for (const [url, sent] of requests) {
      const reply = await user.send(verbs[verb], url, sent);
      isReached ||= reply.status !== 401 && reply.status !== 403;
      const wrong = wrongWith(reply);
      if (wrong !== undefined) faults.add(`${verb} ${path}: ${wrong}`);
    }
    return { faults: [...faults], isReached };
  }

  it('in a form gets a problem with a sentence, on every route', async () => {
    const schemas = (description.components?.schemas ?? {}) as Record<string, Schema>;
    const faults: string[] = [];
    const unreached: string[] = [];
    for (const route of routes(['post', 'put', 'patch', 'delete'])) {
      const { path, urls, operation } = route;
      const form = (operation?.requestBody as Body | undefined)?.content['application/json'];
      const { faults: found, isReached } = await tried(route, [
        ...urls.flatMap((url) => hostileBodies.map((sent) => [url, wire(sent)] as const)),
        ...[...(form ? hostileForms(form.schema, schemas) : [undefined])].map(
          (body) => [urls[0] ?? path, { body, version: 1 }] as const,
        ),
      ]);
      faults.push(...found);
      if (!isReached) unreached.push(path);
    }
    expect(faults).toEqual([]);
    expect(unreached).toEqual([]);
  }, 600_000);

  it('in a query or a path gets a problem with a sentence, on every route', async () => {
    const faults: string[] = [];
    for (const route of routes(['get']).filter(({ path }) => !path.endsWith('/events')))
      faults.push(...(await tried(route, hostileAddresses(route))).faults);
    expect(faults).toEqual([]);
  }, 600_000);
});

type Body = { readonly content: Readonly<Record<string, { readonly schema: Schema } | undefined>> };
type Sent = Parameters<Client['send']>[2];
type Tried = { readonly verb: Verb; readonly path: string; readonly user: Client };

const wire = ([type, body]: (typeof hostileBodies)[number]): Sent => ({
  ...{ body, version: 1 },
  headers: { 'content-type': type },
});

/** The route with every hostile text that fits into an address, in its path and in each of its filters. */
function hostileAddresses({ path, operation }: { path: string; operation?: object | undefined }) {
  const { parameters = [] } = (operation ?? {}) as { parameters?: { in: string; name: string }[] };
  const filters = parameters.filter((parameter) => parameter.in === 'query');
  return hostileTexts.slice(0, -2).flatMap((text) => {
    const said = encodeURIComponent(text.toWellFormed());
    const url = path.replace(/\{\w+\}/g, said);
    const query = filters.map(({ name }) => `${name}=${said}`).join('&');
    return [url, `${url}?${query}`, `${url}?__proto__=1&unknown=1`].map(
      (one) => [one, {}] as const,
    );
  });
}
