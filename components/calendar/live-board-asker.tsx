'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Board } from '@/lib/calendar/show-board';
import { type LiveBoardQuestion, useLiveBoard } from './live-board';

/** The board as it was last answered, for the address that was asked. */
export interface LiveAnswer {
  address: string;
  data: Board;
  /** What went wrong when it was asked last, and until when it still went well. */
  failed: { error: Error; since: number } | null;
  refetch: () => Promise<unknown>;
}

type LiveBoardAskerProps = LiveBoardQuestion & { onAnswer: (answer: LiveAnswer) => void };

/** Shows nothing: asks for the board again and hands on each answer. It comes after the board itself. */
export function LiveBoardAsker(props: LiveBoardAskerProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Asking {...props} />
    </QueryClientProvider>
  );
}

function Asking({ onAnswer, ...question }: LiveBoardAskerProps) {
  const { address } = question;
  const { data, error, dataUpdatedAt, refetch } = useLiveBoard(question);
  const asked = useRef(dataUpdatedAt);
  useEffect(() => {
    asked.current = dataUpdatedAt;
  }, [dataUpdatedAt]);
  useEffect(() => {
    // That nothing has changed is no news: the board would be drawn anew every few seconds for it.
    onAnswer({ address, data, failed: error && { error, since: asked.current }, refetch });
  }, [onAnswer, address, data, error, refetch]);
  return null;
}
