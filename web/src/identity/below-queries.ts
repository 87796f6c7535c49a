import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../api/client';
import { upload } from '../api/upload';
import { changing } from './queries';

// A unit's people of the level below.

export type PersonBelow = Schemas['PersonBelowView'];
export type Invited = Schemas['InvitedBelowView'];
export type Invitee = Schemas['InviteeDto'];
export type InvitationPlan = Schemas['InvitationPlanView'];
type Wanted = { readonly search: string; readonly silent: boolean };

const silentWord = (silent: boolean) => (silent ? ('true' as const) : ('false' as const));

export const usePeopleBelow = (wanted: () => Wanted) =>
  useInfiniteQuery({
    queryKey: ['identity', 'below', wanted],
    queryFn: ({ pageParam }) => {
      const { search, silent } = wanted();
      const query = { search, silent: silentWord(silent), after: pageParam };
      return bodyOf(api.GET('/api/identity/below/people', { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Where the unit may invite. */
export const usePlacesBelow = () =>
  useQuery({
    queryKey: ['identity', 'below', 'organisations'],
    queryFn: () => bodyOf(api.GET('/api/identity/below/organisations')),
  });

export const peopleFile = ({ search, silent }: Wanted): string =>
  `/api/identity/below/people/file?${new URLSearchParams({ search, silent: silentWord(silent) }).toString()}`;

export const inviteBelow = (people: Invitee[]) =>
  changing(bodyOf(api.POST('/api/identity/below/people', { body: { people } })));

const byId = (id: string) => ({ params: { path: { id } } });

export const showLinkBelow = (id: string) =>
  changing(bodyOf(api.POST('/api/identity/below/people/{id}/shown-link', byId(id))));

export const sendLinkBelow = (id: string) =>
  changing(api.POST('/api/identity/below/people/{id}/link', byId(id)));

export const belowTemplate = '/api/identity/below/imports/template';

export const previewBelow = async (file: File) => {
  const { invitations, faults } = await upload<InvitationPlan>(
    '/api/identity/below/imports/preview',
    file,
  );
  return { rows: invitations, faults };
};

export const importBelow = (file: File) =>
  changing(upload<Schemas['InvitedBelowListView']>('/api/identity/below/imports', file));
