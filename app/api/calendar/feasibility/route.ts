import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { loadMoveProblem, moveFault } from '@/lib/appointments/move-problem';
import { feasibilityOf } from '@/lib/calendar/feasibility';
import { feasibilityQuery } from '@/lib/calendar/input';
import { BREACH_CODES, isWish } from '@/lib/planning/breach';

const isKnownWish = (code: string) => BREACH_CODES.some((known) => known === code && isWish(known));

/** Where one visit could be moved to on the days that the calendar shows, and why not elsewhere. */
export const GET = routeHandler({
  permission: 'appointment.reschedule',
  input: feasibilityQuery,
  answer: async (scope, { appointment: appointmentId, providers, ...asked }) => {
    const loaded = await loadMoveProblem(scope, { appointmentId, providerIds: providers, ...asked });
    if (!loaded.ok) return problem(404, loaded.error.kind);
    const { instance, number, facts, appointment, wishes } = loaded.value;
    const days = feasibilityOf({
      instance,
      number,
      present: appointment.start,
      faultOf: (id) => moveFault(facts, { id, now: appointment.providerId }),
      isWish: isKnownWish,
      wishes,
    });
    return privateJson({ days });
  },
});
