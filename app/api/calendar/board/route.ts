import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { boardQuery } from '@/lib/calendar/input';
import { showChangedBoard } from '@/lib/calendar/show-board';

/** The days of a calendar, asked for every few seconds; 204 while they are as they were `seen`. */
export const GET = routeHandler({
  permission: 'calendar.read',
  input: boardQuery,
  answer: async (scope, input) => {
    const board = await showChangedBoard(scope, input);
    if (!board.ok) return problem(404, board.error);
    if (board.value === null)
      return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
    return privateJson(board.value);
  },
});
