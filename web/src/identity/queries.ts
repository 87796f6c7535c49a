import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { whilePreparing } from '../api/site';
import { api, bodyOf, type Schemas } from '../api/client';
import { queryClient } from '../api/query-client';

export type Session = Schemas['SessionView'];
export type Grant = Schemas['GrantView'];
export type DemoPerson = Schemas['DemoPersonView'];
export type Invitation = Schemas['InvitationView'];
export type RegisteredPerson = Schemas['RegisteredPersonView'];
export type HeldRole = Schemas['HeldRoleView'];
export type OrganisationRow = Schemas['OrganisationRowView'];

export const fetchSession = (): Promise<Session> => bodyOf(api.GET('/api/session'));

export const postSession = (email: string, password: string): Promise<Session> =>
  bodyOf(api.POST('/api/session', { body: { email, password } }));

export const postDemoSession = (personId: string): Promise<Session> =>
  bodyOf(api.POST('/api/demo/session', { body: { personId } }));

export async function deleteSession(): Promise<void> {
  await api.DELETE('/api/session');
}

export const putGrant = (grantId: string): Promise<Session> =>
  bodyOf(api.PUT('/api/session/grant', { body: { grantId } }));

export const acceptInvitation = (token: string, password: string): Promise<Session> =>
  bodyOf(api.POST('/api/invitations/{token}', { params: { path: { token } }, body: { password } }));

export const useInvitation = (token: string) =>
  useQuery({
    queryKey: ['identity', 'invitation', token],
    queryFn: () => bodyOf(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
    enabled: token !== '',
    staleTime: Infinity,
  });

/** @param isPreparing while the demo is being played, more people come */
export const useDemoPeople = (enabled: () => boolean, isPreparing: () => boolean = () => false) =>
  useQuery({
    queryKey: ['identity', 'demo-people', isPreparing],
    queryFn: () => bodyOf(api.GET('/api/demo/people')),
    enabled,
    staleTime: Infinity,
    refetchInterval: () => (isPreparing() ? whilePreparing : false),
  });

/** People by name, page by page. */
export const usePeople = (search: () => string) =>
  useInfiniteQuery({
    queryKey: ['identity', 'people', search],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/identity/people', {
          params: { query: { search: search(), after: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Organisations right under one, or the province; asked for when first wanted. */
export const useOrganisationsUnder = (
  parent: () => string | undefined,
  enabled: () => boolean = () => true,
) =>
  useQuery({
    queryKey: ['identity', 'organisations', 'under', parent],
    queryFn: () =>
      bodyOf(api.GET('/api/identity/organisations', { params: { query: { parent: parent() } } })),
    enabled,
  });

/** Organisations by part of a name or code. */
export const useOrganisationsNamed = (search: () => string) =>
  useQuery({
    queryKey: ['identity', 'organisations', 'named', search],
    queryFn: () =>
      bodyOf(api.GET('/api/identity/organisations', { params: { query: { search: search() } } })),
    enabled: () => search() !== '',
  });

/** Does, then asks the registers again, whether it was done or refused. */
export async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['identity'] });
  }
}

type PersonRow = Schemas['PersonRowDto'];
export type NewGrant = Schemas['GrantRowDto'];
export type NewOrganisation = Schemas['OrganisationRowDto'];

export const addPeople = (people: PersonRow[]) =>
  changing(bodyOf(api.POST('/api/identity/people', { body: { people } })));

export const addGrants = (grants: NewGrant[]) =>
  changing(bodyOf(api.POST('/api/identity/grants', { body: { grants } })));

export const addOrganisations = (organisations: NewOrganisation[]) =>
  changing(bodyOf(api.POST('/api/identity/organisations', { body: { organisations } })));

const byId = (id: string) => ({ params: { path: { id } } });

export const sendLink = (id: string) =>
  changing(api.POST('/api/identity/people/{id}/link', byId(id)));

export const disablePerson = (id: string) =>
  changing(api.POST('/api/identity/people/{id}/disabling', byId(id)));

export const enablePerson = (id: string) =>
  changing(api.DELETE('/api/identity/people/{id}/disabling', byId(id)));

export const revokeRole = (id: string) =>
  changing(api.DELETE('/api/identity/grants/{id}', byId(id)));
