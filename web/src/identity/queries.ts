import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../api/client';

export type Session = Schemas['SessionView'];
export type Grant = Schemas['GrantView'];
export type DemoPerson = Schemas['DemoPersonView'];
export type Invitation = Schemas['InvitationView'];

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

export const useDemoPeople = (enabled: () => boolean) =>
  useQuery({
    queryKey: ['identity', 'demo-people'],
    queryFn: () => bodyOf(api.GET('/api/demo/people')),
    enabled,
    staleTime: Infinity,
  });
