import { problem } from '@/app/problem';
import { privateJson, routeHandler } from '@/app/route-handler';
import { judgePlaceInput } from '@/lib/packages/input';
import { judgePlace } from '@/lib/packages/judge-place';

/** Whether a place chosen by hand would hold. It saves nothing; a POST because the form is its body. */
export const POST = routeHandler({
  permission: 'package.create',
  input: judgePlaceInput,
  answer: async (scope, input) => {
    const judged = await judgePlace(scope, input);
    return judged.ok
      ? privateJson(judged.value)
      : problem(400, judged.error.kind, { fields: judged.error.fields });
  },
});
