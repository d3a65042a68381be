import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import type { ViewActions, ViewTask } from './saved-views';

type SavedViewDialogProps = {
  list: 'packages' | 'appointments' | 'patients';
  task: ViewTask;
  query: string;
  actions: ViewActions;
  onClose: () => void;
  /** Shows the list as this view, or as no view at all. */
  onOpen: (id: string) => void;
};

const FAULTS = ['name_taken', 'too_many', 'stale', 'not_found', 'signed_out'] as const;
type Fault = (typeof FAULTS)[number] | 'required' | 'failed';

/** Names a view, names it anew, or forgets it. What was typed stays until it is done. */
export default function SavedViewDialog({
  list,
  task,
  query,
  actions,
  onClose,
  onOpen,
}: SavedViewDialogProps) {
  const t = useTranslations('lists.views');
  const common = useTranslations('common');
  const router = useRouter();
  const [name, setName] = useState(task.kind === 'save' ? '' : task.view.name);
  const [version, setVersion] = useState(task.kind === 'save' ? 0 : task.view.version);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isPending, setIsPending] = useState(false);

  const send = async () => {
    if (task.kind === 'save') return actions.saveView({ list, name, query });
    const { id: viewId, query: kept, isDefault } = task.view;
    if (task.kind === 'delete') return actions.deleteView({ viewId, version });
    return actions.changeView({ viewId, version, name, query: kept, isDefault });
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    if (task.kind !== 'delete' && name.trim() === '') return setFault('required');
    setIsPending(true);
    const done = await send().catch(() => null);
    setIsPending(false);
    if (done?.ok) {
      onClose();
      await showToast({ message: t(`${task.kind}d`, { name: name.trim() }) });
      if (task.kind === 'rename') router.refresh();
      else onOpen(task.kind === 'save' ? idOf(done.value) : 'all');
      return;
    }
    // Pressing once more means: I have seen what changed, and still want it so.
    if (done?.error.view) setVersion(done.error.view.version);
    setFault(FAULTS.find((known) => known === done?.error.kind) ?? 'failed');
  }

  const said = fault === null ? undefined : t(`faults.${fault}`);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t(`${task.kind}Title`)}
      closeLabel={common('close')}
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {task.kind === 'delete' ? (
          <p>{t('deleteBody', { name })}</p>
        ) : (
          <TextField
            label={t('name')}
            description={task.kind === 'save' ? t('nameHint') : undefined}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setFault(null);
            }}
            errors={said === undefined ? undefined : [said]}
            maxLength={60}
            autoComplete="off"
            autoFocus
          />
        )}
        {task.kind === 'delete' && said !== undefined ? (
          <p role="alert" className="text-sm text-danger">
            {said}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            type="submit"
            variant={task.kind === 'delete' ? 'destructive' : 'primary'}
            isPending={isPending}
          >
            {t(`${task.kind}Button`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What saving answers; the other two answer nothing that is needed here. */
const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'viewId' in value ? String(value.viewId) : 'all';
