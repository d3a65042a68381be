import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { proposePlanInput } from '@/lib/packages/input';
import { proposePlan } from '@/lib/packages/propose-plan';

/** The plan of the package form as it stands. It saves nothing; a POST because the form is its body. */
export const POST = routeHandler({
  permission: 'package.create',
  input: proposePlanInput,
  answer: async (scope, input) => {
    const proposed = await proposePlan(scope, input);
    if (!proposed.ok) return problem(400, 'invalid_input', { fields: proposed.error.fields });
    return privateJson(proposed.value);
  },
});
