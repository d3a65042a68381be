import { getTranslations } from 'next-intl/server';
import { csvAnswer } from '@/app/csv-answer';
import { routeHandler } from '@/app/route-handler';
import { exportPatients } from '@/lib/lists/patients/export-patients';
import { patientListQuery } from '@/lib/lists/patients/known-query';

export const GET = routeHandler({
  permission: 'patient.read',
  input: patientListQuery,
  answer: async (scope, query) => {
    const t = await getTranslations('lists.patients');
    return csvAnswer(t('file'), exportPatients(scope, query, { column: (name) => t(`csv.${name}`) }));
  },
});
