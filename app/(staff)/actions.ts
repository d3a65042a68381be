'use server';

import { z } from 'zod';
import { action } from '@/app/action';
import { signOutEverywhere as operation } from '@/lib/auth/sign-out-everywhere';

export const signOutEverywhere = action({ permission: 'account.manage', input: z.undefined(), operation });
