import { QueryClient } from '@tanstack/vue-query';
import { ApiProblem } from './problem';

const worthRepeating = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: worthRepeating },
    mutations: { retry: false, networkMode: 'always' },
  },
});
