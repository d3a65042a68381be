import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { freeDays } from '@/lib/appointments/free-days';
import { freeTimesInput } from '@/lib/appointments/input';

/** The days nearest to a date on which the provider has free times. */
export const GET = routeHandler({
  permission: 'appointment.create',
  input: freeTimesInput,
  answer: async (scope, input) => {
    const found = await freeDays(scope, input);
    if (!found.ok) return problem(400, 'invalid_input', { fields: found.error.fields });
    return privateJson(found.value);
  },
});
