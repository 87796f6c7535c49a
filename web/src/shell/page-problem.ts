import { shallowRef } from 'vue';

/** Why the page asked for could not be opened: no answer from the server, or a part that did not load. */
export const pageProblem = shallowRef<unknown>(null);
