import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { moveTimesInput } from '@/lib/appointments/input';
import { moveTimes } from '@/lib/appointments/move-times';

/** The free times that a visit can be moved to. */
export const GET = routeHandler({
  permission: 'appointment.reschedule',
  input: moveTimesInput,
  answer: async (scope, input) => {
    const found = await moveTimes(scope, input);
    return found.ok ? privateJson(found.value) : problem(404, found.error.kind);
  },
});
