/** Placeholder until the generator writes this file from the server's openapi.json. */
export interface paths {
  '/api/site': { get: Reads<components['schemas']['SiteView']> };
  '/api/clock': { get: Reads<components['schemas']['ClockView']> };
  '/api/session': {
    get: Reads<components['schemas']['SessionView']>;
    post: Sends<components['schemas']['SignInDto'], components['schemas']['SessionView']>;
    delete: Reads<never>;
  };
  '/api/session/grant': {
    put: Sends<components['schemas']['SwitchGrantDto'], components['schemas']['SessionView']>;
  };
  '/api/demo/people': { get: Reads<components['schemas']['DemoPersonView'][]> };
  '/api/demo/session': {
    post: Sends<components['schemas']['DemoSignInDto'], components['schemas']['SessionView']>;
  };
  '/api/invitations/{token}': {
    get: Reads<components['schemas']['InvitationView'], { token: string }>;
    post: Sends<
      components['schemas']['AcceptInvitationDto'],
      components['schemas']['SessionView'],
      { token: string }
    >;
  };
}
type At<Path> = { query?: never; header?: never; cookie?: never } & (Path extends undefined
  ? { path?: never }
  : { path: Path });
interface Reads<View, Path = undefined> {
  parameters: At<Path>;
  requestBody?: never;
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': View } } };
}
interface Sends<Dto, View, Path = undefined> {
  parameters: At<Path>;
  requestBody: { content: { 'application/json': Dto } };
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': View } } };
}
export interface components {
  schemas: {
    SiteView: { mode: string; name: string };
    ClockView: { now: string };
    OrganisationView: { id: string; code: string; name: string; kind: string };
    GrantView: {
      id: string;
      role: string;
      organisation: components['schemas']['OrganisationView'];
    };
    SessionView: {
      person: { id: string; name: string; email: string };
      grant: components['schemas']['GrantView'];
      grants: components['schemas']['GrantView'][];
      permissions: string[];
    };
    SignInDto: { email: string; password: string };
    SwitchGrantDto: { grantId: string };
    DemoPersonView: {
      id: string;
      name: string;
      role: string;
      organisation: string;
      hint?: string;
    };
    DemoSignInDto: { personId: string };
    InvitationView: { name: string; email: string; role?: string; organisation?: string };
    AcceptInvitationDto: { password: string };
  };
}
