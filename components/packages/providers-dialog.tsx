'use client';

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { NumberField } from '@/components/ui/number-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import type { ReplanChanges } from '@/lib/packages/replan/input';
import { askReplan, isWorthAnotherTry } from './ask-package';
import { runsText } from './number-runs';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageToChange } from './package-to-change';

type ProvidersDialogProps = {
  pack: PackageToChange;
  onClose: () => void;
  /** What the change does is shown before it is saved. */
  onNext: (changes: ReplanChanges) => void;
};

const NOTE_LIMIT = 500;

/** Who is for which of the sessions that are not done: one provider, or several as a pool. */
export function ProvidersDialog(props: ProvidersDialogProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <ProvidersForm {...props} />
    </QueryClientProvider>
  );
}

function ProvidersForm({ pack, onClose, onNext }: ProvidersDialogProps) {
  const t = useTranslations('replan.providers');
  const replan = useTranslations('replan');
  const common = useTranslations('common');
  const open = pack.cancellable;
  const [isSome, setIsSome] = useState(false);
  const [from, setFrom] = useState(String(open[0] ?? 1));
  const [to, setTo] = useState(String(open.at(-1) ?? 1));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [version, setVersion] = useState(pack.version);
  const query = useQuery({
    queryKey: ['able', pack.id, version],
    queryFn: ({ signal }) => askReplan(pack.id, { version, which: [], changes: {} }, signal),
    retry: isWorthAnotherTry,
  });
  const found = query.data?.ok ? query.data.value : null;
  const refusal = query.data && !query.data.ok ? query.data.error : null;
  const numbers = isSome ? open.filter((number) => Number(from) <= number && number <= Number(to)) : open;
  const isReady = chosen.length > 0 && numbers.length > 0;

  function next() {
    const written = note.trim();
    onNext({
      providers: numbers.map((number) => ({
        number,
        providerIds: [...chosen],
        ...(written === '' ? {} : { note: written.slice(0, NOTE_LIMIT) }),
      })),
    });
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="medium"
      title={t('title')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" disabledReason={isReady ? undefined : t('choose')} onClick={next}>
            {t('next')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <SegmentedControl
          label={t('which')}
          options={[
            { value: 'all', label: t('all', { count: open.length }) },
            { value: 'some', label: t('some') },
          ]}
          value={isSome ? 'some' : 'all'}
          onChange={(value) => setIsSome(value === 'some')}
          description={replan('sessions', { count: numbers.length, numbers: runsText(numbers) })}
          isFullWidth
        />
        {isSome ? (
          <div className="grid grid-cols-2 gap-4">
            <NumberField label={t('from')} min={1} max={100} value={from} onChange={setFrom} />
            <NumberField label={t('to')} min={1} max={100} value={to} onChange={setTo} />
          </div>
        ) : null}
        {found ? (
          <fieldset>
            <legend className="pb-1 text-sm font-medium">{t('who')}</legend>
            <p className="pb-1 text-xs text-soft">{t('pool')}</p>
            <div className="grid sm:grid-cols-2">
              {found.able.map((id) => (
                <Checkbox
                  key={id}
                  label={<bdi>{found.providers[id]}</bdi>}
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    setChosen((now) =>
                      event.target.checked ? [...now, id] : now.filter((other) => other !== id),
                    )
                  }
                />
              ))}
            </div>
          </fieldset>
        ) : refusal || query.error ? null : (
          <SkeletonRows label={t('looking')} rows={4} />
        )}
        <TextField
          label={t('note')}
          mark={common('optional')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={NOTE_LIMIT}
        />
        {refusal || query.error ? (
          <PackageProblemNotice
            problem={refusal ?? { kind: 'network' }}
            pack={pack}
            onRetry={() => void query.refetch()}
            onUseNewState={setVersion}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
