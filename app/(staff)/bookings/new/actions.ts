'use server';

import { action } from '@/app/action';
import { bookAppointment as book } from '@/lib/appointments/book-appointment';
import { bookAppointmentInput } from '@/lib/appointments/input';
import { createPackage } from '@/lib/packages/create-package';
import { createPackageInput } from '@/lib/packages/input';

export const savePackage = action({
  permission: 'package.create',
  input: createPackageInput,
  operation: createPackage,
  revalidate: ['/packages', '/calendar'],
});

export const bookAppointment = action({
  permission: 'appointment.create',
  input: bookAppointmentInput,
  operation: book,
  revalidate: ['/calendar'],
});
