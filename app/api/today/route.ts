import * as z from 'zod';
import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { listCalendarClinics } from '@/db/reads/calendar-choices';
import { isLocalDate } from '@/lib/time/local-date';
import { deskRevision } from '@/lib/today/desk-revision';

/** Whether the day of a clinic looks different from what a screen shows. */
export const GET = routeHandler({
  permission: 'appointment.read',
  input: z.object({ clinic: z.string().regex(/^[\w-]{1,64}$/), date: z.string().refine(isLocalDate) }),
  answer: async (scope, { clinic: id, date }) => {
    const clinic = (await listCalendarClinics(scope)).find((one) => one.id === id);
    if (!clinic) return problem(404, 'not_found');
    return privateJson({ revision: await deskRevision(scope, { clinic, date }) });
  },
});
