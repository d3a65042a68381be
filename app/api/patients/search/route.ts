import * as z from 'zod';
import { privateJson, routeHandler } from '@/app/route-handler';
import { searchPatients } from '@/db/reads/patient-search';
import { fold } from '@/lib/rules/search-text';

/** The patients whose name or file number begins with what was typed. */
export const GET = routeHandler({
  permission: 'patient.search',
  input: z.object({ query: z.string().trim().min(2).max(100) }),
  answer: async (scope, { query }) => {
    const words = fold(query).split(' ').filter(Boolean);
    return privateJson({ patients: await searchPatients(scope, words) });
  },
});
