import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { judgeMoveInput } from '@/lib/appointments/input';
import { judgeMove } from '@/lib/appointments/judge-move';

/** What a place that someone typed breaks: the same judgement as when it is saved. */
export const GET = routeHandler({
  permission: 'appointment.reschedule',
  input: judgeMoveInput,
  answer: async (scope, { id, ...place }) => {
    const judged = await judgeMove(scope, { ...place, appointmentId: id });
    if (judged.ok) return privateJson({ hard: judged.value.hard, soft: judged.value.soft });
    const { error } = judged;
    return error.kind === 'not_found'
      ? problem(404, error.kind)
      : problem(400, error.kind, { fields: error.fields });
  },
});
