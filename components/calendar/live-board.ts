import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Board } from '@/lib/calendar/show-board';
import { SignedOut } from './signed-out';

const ASK_EVERY_MS = 4000;
/** A month changes with every booking of it, and nobody works in it minute by minute. */
const ASK_FOR_MONTH_EVERY_MS = 15_000;

export type LiveBoardQuestion = {
  /** The part of the calendar's address after the question mark. */
  address: string;
  /** As the server has sent it with the page. */
  board: Board;
};

/**
 * The board, asked for again every few seconds while it is in sight, also while a visit is carried over it: what
 * others take meanwhile is not free any more. An answer says that nothing has changed, or all.
 */
export function useLiveBoard({ address, board }: LiveBoardQuestion) {
  const client = useQueryClient();
  const known = () => client.getQueryData<Board>(['calendar', address]) ?? board;
  const live = useQuery({
    queryKey: ['calendar', address],
    queryFn: async ({ signal }) => (await askForBoard(address, known().revision, signal)) ?? known(),
    initialData: board,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchInterval: board.shows === 'month' ? ASK_FOR_MONTH_EVERY_MS : ASK_EVERY_MS,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    // Without a network the question fails, and the failure is told.
    networkMode: 'always',
    retry: false,
  });
  useEffect(() => {
    client.setQueryData(['calendar', address], board);
  }, [client, address, board]);
  return live;
}

async function askForBoard(address: string, seen: string, signal: AbortSignal): Promise<Board | null> {
  const question = new URLSearchParams(address);
  question.set('seen', seen);
  const response = await fetch(`/api/calendar/board?${question}`, { signal });
  if (response.status === 204) return null;
  if (response.status === 401) throw new SignedOut();
  if (!response.ok) throw new Error(`The calendar answered ${response.status}.`);
  return (await response.json()) as Board; // our own route answers in the shape that its name promises
}
