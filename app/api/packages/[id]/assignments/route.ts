import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { showAssignmentsInput } from '@/lib/packages/replan/input';
import { showAssignments } from '@/lib/packages/replan/show-assignments';

/** Who is for which session of a stored package, and who could be. */
export const GET = routeHandler({
  permission: 'package.change',
  input: showAssignmentsInput,
  answer: async (scope, input) => {
    const assignments = await showAssignments(scope, input);
    if (assignments.ok) return privateJson(assignments.value);
    return problem(assignments.error.kind === 'not_found' ? 404 : 409, assignments.error.kind);
  },
});
