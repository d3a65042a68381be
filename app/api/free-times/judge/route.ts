import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { judgeBookingInput } from '@/lib/appointments/input';
import { judgeBooking } from '@/lib/appointments/judge-booking';

/** Whether a typed time of one provider is free for a new visit, and if not, who has it. */
export const GET = routeHandler({
  permission: 'appointment.create',
  input: judgeBookingInput,
  answer: async (scope, input) => {
    const judged = await judgeBooking(scope, input);
    if (!judged.ok) return problem(400, 'invalid_input', { fields: judged.error.fields });
    return privateJson(judged.value);
  },
});
