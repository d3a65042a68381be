import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { freeTimes } from '@/lib/appointments/free-times';
import { freeTimesInput } from '@/lib/appointments/input';

/** The free times of one provider on one day. */
export const GET = routeHandler({
  permission: 'appointment.create',
  input: freeTimesInput,
  answer: async (scope, input) => {
    const found = await freeTimes(scope, input);
    if (!found.ok) return problem(400, 'invalid_input', { fields: found.error.fields });
    return privateJson(found.value);
  },
});
