import { getTranslations } from 'next-intl/server';
import { csvAnswer } from '@/app/csv-answer';
import { routeHandler } from '@/app/route-handler';
import { exportPackages } from '@/lib/lists/packages/export-packages';
import { packageListQuery } from '@/lib/lists/packages/known-query';

export const GET = routeHandler({
  permission: 'package.read',
  input: packageListQuery,
  answer: async (scope, query) => {
    const [t, states] = await Promise.all([getTranslations('lists.packages'), getTranslations('states')]);
    return csvAnswer(
      t('file'),
      exportPackages(scope, query, {
        column: (name) => t(`csv.${name}`),
        status: (status) => states(status),
      }),
    );
  },
});
