'use server';

import { action } from '@/app/action';
import { editPackage as edit } from '@/lib/packages/edit-package';
import { editPackageInput } from '@/lib/packages/input';

export const editPackage = action({
  permission: 'package.change',
  input: editPackageInput,
  operation: edit,
  revalidate: ['/packages', '/calendar'],
});
