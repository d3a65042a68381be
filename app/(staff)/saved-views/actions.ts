'use server';

import { action } from '@/app/action';
import { changeView as change } from '@/lib/saved-views/change-view';
import { deleteView as remove } from '@/lib/saved-views/delete-view';
import { changeViewInput, deleteViewInput, saveViewInput } from '@/lib/saved-views/input';
import { saveView as save } from '@/lib/saved-views/save-view';

export const saveView = action({ permission: 'account.manage', input: saveViewInput, operation: save });

export const changeView = action({ permission: 'account.manage', input: changeViewInput, operation: change });

export const deleteView = action({ permission: 'account.manage', input: deleteViewInput, operation: remove });
