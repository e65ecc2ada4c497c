import { QueryClient } from '@tanstack/react-query'

/** Everything asked for is on this machine: it is fresh when it comes and asked for again when a view opens. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 0, refetchOnWindowFocus: true, networkMode: 'always' },
    },
  })
}
