const seeingDrafts: readonly string[] = ['programme-admin', 'supervisor', 'system'];

/** Whether a role sees selections that are not yet open. */
export const seesDrafts = (role: string): boolean => seeingDrafts.includes(role);

const seeingAllPlaces: readonly string[] = ['programme-admin', 'supervisor', 'system'];

/** Whether a role sees the places of every unit; others see those of their own. */
export const seesAllPlaces = (role: string): boolean => seeingAllPlaces.includes(role);
