import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { sessionPlacesInput } from '@/lib/packages/replan/input';
import { sessionPlaces } from '@/lib/packages/replan/session-places';

/** The times that a session without a place could be given by hand; a typed one is judged. */
export const GET = routeHandler({
  permission: 'package.change',
  input: sessionPlacesInput,
  answer: async (scope, input) => {
    const places = await sessionPlaces(scope, input);
    if (places.ok) return privateJson(places.value);
    const { error } = places;
    if (error.kind === 'not_possible') return problem(409, error.kind, { state: error.status });
    return problem(error.kind === 'not_found' ? 404 : 409, error.kind);
  },
});
