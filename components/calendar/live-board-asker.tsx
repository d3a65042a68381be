'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Board } from '@/lib/calendar/show-board';
import { type LiveBoardQuestion, useLiveBoard } from './live-board';

/** The board as it was last answered, for the address that was asked. */
export interface LiveAnswer {
  address: string;
  data: Board;
  error: Error | null;
  dataUpdatedAt: number;
  refetch: () => Promise<unknown>;
}

type LiveBoardAskerProps = LiveBoardQuestion & { onAnswer: (answer: LiveAnswer) => void };

/** Shows nothing: asks for the board again and hands on each answer. It comes after the board itself. */
export default function LiveBoardAsker(props: LiveBoardAskerProps) {
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
  useEffect(() => {
    onAnswer({ address, data, error, dataUpdatedAt, refetch });
  }, [onAnswer, address, data, error, dataUpdatedAt, refetch]);
  return null;
}
