/** Server settings for tests: nothing of a run need outlive a power cut, only the death of a process. */
export const careless = { fsync: 'off', full_page_writes: 'off' };
