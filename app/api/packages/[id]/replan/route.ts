import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { replanInput } from '@/lib/packages/replan/input';
import { proposeReplan } from '@/lib/packages/replan/propose-replan';

/** What planning a stored package again would do. A refusal is an answer too: the screen shows it. */
export const POST = routeHandler({
  permission: 'package.change',
  input: replanInput.omit({ packageId: true }).extend({ id: replanInput.shape.packageId }),
  answer: async (scope, { id, ...question }) => {
    const proposal = await proposeReplan(scope, { ...question, packageId: id });
    if (!proposal.ok && proposal.error.kind === 'not_found') return problem(404, 'not_found');
    return privateJson(proposal);
  },
});
