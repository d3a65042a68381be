import { QueryClient } from '@tanstack/react-query';

/**
 * For what a dialog asks. A question goes out also while the device says that it has no network: that nobody answers
 * is then said, instead of waiting without a word, and `useAskAgain` asks again.
 */
export const newQueryClient = () =>
  new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });
