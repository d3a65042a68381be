'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import type { GoTo } from './go-to';
import { useShortcutsOn } from './shortcut-setting';

type ShortcutHelpProps = {
  places: readonly GoTo[];
  mayBook: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Which keys there are, and what they do. */
export function ShortcutHelp({ places, mayBook, isOpen, onOpenChange }: ShortcutHelpProps) {
  const t = useTranslations('shell.help');
  const common = useTranslations('common');
  const shell = useTranslations('shell');
  const areOn = useShortcutsOn();
  const everywhere = [
    { keys: ['/'], label: t('search') },
    ...(mayBook ? [{ keys: ['n'], label: t('newBooking') }] : []),
    ...places.map(({ letter, label }) => ({ keys: ['g', letter], label: t('goTo', { place: label }) })),
    { keys: ['?'], label: t('help') },
  ];
  const groups = [
    { title: t('everywhere'), rows: everywhere },
    {
      title: shell('calendar'),
      rows: [
        { keys: ['t'], label: t('today') },
        { keys: ['d'], label: t('day') },
        { keys: ['w'], label: t('week') },
        { keys: ['m'], label: t('month') },
        { keys: ['←', '→'], label: t('turn') },
        ...(mayBook ? [{ keys: ['m'], label: t('moveVisit') }] : []),
      ],
    },
    { title: shell('attention'), rows: [{ keys: ['j', 'k'], label: t('nextPrevious') }] },
    {
      title: t('always'),
      rows: [
        { keys: ['Ctrl', 'Z'], label: t('undo') },
        { keys: ['Ctrl', 'K'], label: t('search') },
      ],
    },
  ];
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('title')}
      closeLabel={common('close')}
      size="medium"
      isText
    >
      {areOn ? null : <p className="pb-4 text-work text-soft">{t('areOff')}</p>}
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h3 className="pb-1 text-sm font-medium text-soft">{title}</h3>
            <dl className="divide-y divide-hairline">
              {rows.map(({ keys, label }) => (
                <div key={label} className="flex min-h-9 items-center justify-between gap-4 py-1">
                  <dt className="text-work">{label}</dt>
                  <dd className="ltr flex shrink-0 gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
