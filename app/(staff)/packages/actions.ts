'use server';

import { action } from '@/app/action';
import { bringBackSession as bringBack } from '@/lib/packages/bring-back-session';
import { cancelPackage as cancel } from '@/lib/packages/cancel-package';
import { cancelSession as cancelOne } from '@/lib/packages/cancel-session';
import {
  bringBackSessionInput,
  cancelPackageInput,
  cancelSessionInput,
  saveReplanInput,
  scheduleSessionInput,
} from '@/lib/packages/replan/input';
import { saveReplan as save } from '@/lib/packages/replan/save-replan';
import { scheduleSession as schedule } from '@/lib/packages/replan/schedule-session';

// Visits and their packages stand on almost every page.
const revalidate = ['/'] as const;

export const saveReplan = action({
  permission: 'package.change',
  input: saveReplanInput,
  operation: save,
  revalidate,
});

export const scheduleSession = action({
  permission: 'package.change',
  input: scheduleSessionInput,
  operation: schedule,
  revalidate,
});

export const cancelPackage = action({
  permission: 'package.cancel',
  input: cancelPackageInput,
  operation: cancel,
  revalidate,
});

export const cancelSession = action({
  permission: 'package.cancel',
  input: cancelSessionInput,
  operation: cancelOne,
  revalidate,
});

export const bringBackSession = action({
  permission: 'package.change',
  input: bringBackSessionInput,
  operation: bringBack,
  revalidate,
});
