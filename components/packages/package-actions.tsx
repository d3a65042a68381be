'use client';

import {
  CalendarPlus,
  CalendarSearch,
  CalendarX,
  Copy,
  Ellipsis,
  FileDown,
  Pencil,
  Route as Plan,
  Printer,
  RotateCcw,
  Users,
  X,
} from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { useDesk } from './package-desk';

/** What can be done with the whole package: the usual thing as a button, of one that is over the next, the rest in a menu. */
export function PackageActions() {
  const t = useTranslations('replan.actions');
  const common = useTranslations('common');
  const { pack, may, open } = useDesk();
  const { sessions, cancellable, isCancelled, unfinished } = pack;
  const unplaced = sessions.filter(({ status }) => status === 'FAILED' || status === 'PENDING').length;
  const isDone = sessions.some(({ status }) => status === 'COMPLETED' || status === 'NO_SHOW');
  const nothingLeft = isCancelled ? t('not.cancelled') : cancellable.length === 0 ? t('not.over') : undefined;
  const notDraft = pack.status === 'DRAFT' ? undefined : t('not.draft');
  const forForm = unfinished ? t('not.unfinished') : undefined;
  const retries = unplaced > 0;
  const isTried = sessions.some(({ status }) => status === 'FAILED');
  const untried = pack.status === 'DRAFT' ? t('schedule') : t('first');
  const editHref = `/packages/${pack.id}/edit` as Route; // its form, while it is a draft
  const copyHref = `/bookings/new?kind=package&copy=${pack.id}` as const;

  const entry = (
    id: string,
    { why, ...rest }: Omit<MenuEntry, 'id' | 'isDisabled'> & { why?: string },
  ): MenuEntry => ({
    id,
    ...rest,
    isDisabled: why !== undefined,
    description: why,
    isDestructive: rest.isDestructive && why === undefined,
  });
  const planning = [
    ...(retries
      ? [
          entry('rest', {
            label: t('rest'),
            icon: <Plan aria-hidden className="size-4" />,
            why: nothingLeft ?? forForm,
            onAction: () => open({ kind: 'replan', which: 'rest' }),
          }),
        ]
      : []),
    entry('extend', {
      label: t('extend'),
      icon: <CalendarPlus aria-hidden className="size-4" />,
      why: nothingLeft ?? forForm,
      onAction: () => open({ kind: 'replan', which: retries ? 'unplaced' : 'rest', isExtending: true }),
    }),
    entry('providers', {
      label: t('providers'),
      icon: <Users aria-hidden className="size-4" />,
      why: nothingLeft ?? forForm,
      onAction: () => open({ kind: 'providers' }),
    }),
    entry('edit', {
      label: t('edit'),
      icon: <Pencil aria-hidden className="size-4" />,
      why: notDraft,
      href: editHref,
    }),
  ];
  const cancelling = [
    entry('cancel_rest', {
      label: t('cancelRest'),
      icon: <CalendarX aria-hidden className="size-4" />,
      why: nothingLeft ?? (isDone ? undefined : t('not.begun')),
      isDestructive: true,
      onAction: () => open({ kind: 'cancel', what: 'rest' }),
    }),
    entry('cancel_all', {
      label: t('cancelAll'),
      icon: <X aria-hidden className="size-4" />,
      why: nothingLeft,
      isDestructive: true,
      onAction: () => open({ kind: 'cancel', what: 'package' }),
    }),
  ];
  const copies = [
    ...(may.create && nothingLeft === undefined
      ? [
          entry('copy', {
            label: t('copy'),
            icon: <Copy aria-hidden className="size-4" />,
            href: copyHref,
          }),
        ]
      : []),
    entry('print', {
      label: t('print'),
      icon: <Printer aria-hidden className="size-4" />,
      onAction: () => window.print(),
    }),
    ...(may.download
      ? [
          entry('problem', {
            label: t('problem'),
            icon: <FileDown aria-hidden className="size-4" />,
            onAction: () => window.location.assign(`/packages/${pack.id}/problem`),
          }),
        ]
      : []),
  ];
  const groups = [
    ...(may.change ? [{ id: 'planning', entries: planning }] : []),
    ...(may.cancel ? [{ id: 'cancelling', entries: cancelling }] : []),
    { id: 'copies', entries: copies },
  ];

  return (
    <>
      {nothingLeft !== undefined && may.create ? (
        <ButtonLink href={copyHref} icon={<Copy aria-hidden className="size-4" />}>
          {t('copy')}
        </ButtonLink>
      ) : may.change && unfinished ? (
        <ButtonLink
          variant="primary"
          href={editHref}
          icon={<CalendarSearch aria-hidden className="size-4" />}
        >
          {t('schedule')}
        </ButtonLink>
      ) : may.change ? (
        <Button
          variant={retries && !nothingLeft ? 'primary' : 'secondary'}
          icon={
            retries && !isTried ? (
              <CalendarSearch aria-hidden className="size-4" />
            ) : (
              <RotateCcw aria-hidden className="size-4" />
            )
          }
          disabledReason={nothingLeft}
          onClick={() => open({ kind: 'replan', which: retries ? 'unplaced' : 'rest' })}
        >
          {retries ? (isTried && pack.status !== 'DRAFT' ? t('retry') : untried) : t('rest')}
        </Button>
      ) : null}
      <Menu
        label={common('more')}
        trigger={<Ellipsis aria-hidden className="size-4" />}
        variant="secondary"
        groups={groups}
      />
    </>
  );
}
