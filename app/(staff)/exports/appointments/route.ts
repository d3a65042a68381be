import { getTranslations } from 'next-intl/server';
import { csvAnswer } from '@/app/csv-answer';
import { routeHandler } from '@/app/route-handler';
import { exportAppointments } from '@/lib/lists/appointments/export-appointments';
import { appointmentListQuery } from '@/lib/lists/appointments/known-query';

export const GET = routeHandler({
  permission: 'appointment.read',
  input: appointmentListQuery,
  answer: async (scope, query) => {
    const [t, states] = await Promise.all([getTranslations('lists.appointments'), getTranslations('states')]);
    return csvAnswer(
      t('file'),
      exportAppointments(scope, query, {
        column: (name) => t(`csv.${name}`),
        status: (status) => states(status),
        yes: t('csv.yes'),
      }),
    );
  },
});
