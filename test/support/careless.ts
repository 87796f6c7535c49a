/**
 * Server settings for tests: nothing of a run need outlive a power cut, only the death of a process. No
 * vacuum by itself: one that is at work in a database keeps whoever is no superuser from dropping it.
 */
export const careless = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' };
