import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { type State, StateGlyph } from '@/components/ui/state-glyph';
import type { Person, SessionProviders } from './assignment';

/** What is known of a session that is stored. */
export interface SessionAbout {
  /** Done or cancelled: who it was for stays. */
  isFixed: boolean;
  state: State;
  stateName: string;
  /** When its visit is. */
  visit: string | null;
  /** Who has its visit: it is planned again when it is for others. */
  visitProviderId: string | null;
}

/** The columns of a row; what is stored has one more. */
export const rowClass = (isStored: boolean): string =>
  `grid grid-cols-[3rem_minmax(0,1fr)] items-start gap-x-2 gap-y-2 py-1.5 pe-1 ${
    isStored
      ? 'sm:grid-cols-[3rem_10rem_minmax(0,5fr)_minmax(0,4fr)_auto] sm:rtl:grid-cols-[3rem_12rem_minmax(0,5fr)_minmax(0,4fr)_auto]'
      : 'sm:grid-cols-[3rem_minmax(0,5fr)_minmax(0,4fr)_auto]'
  }`;

type StoredSessionProps = { about: SessionAbout; providerIds: readonly string[] };

/** Whether it goes to others, and then cannot stay where it is. */
export const losesPlace = ({ visitProviderId }: SessionAbout, providerIds: readonly string[]): boolean =>
  visitProviderId !== null && providerIds.length > 0 && !providerIds.includes(visitProviderId);

/** Where a session stands, and that it does not stay there when it is for others. */
export function StoredSession({ about, providerIds }: StoredSessionProps) {
  const t = useTranslations('assignments');
  return (
    <p className="flex min-h-touch min-w-0 items-center gap-2 text-sm">
      <StateGlyph state={about.state} />
      <span className="min-w-0">
        <span className={about.visit === null ? '' : 'sr-only'}>{about.stateName} </span>
        {about.visit}
        {!about.isFixed && losesPlace(about, providerIds) ? (
          <span className="block font-medium text-warn">{t('plannedAgain')}</span>
        ) : null}
      </span>
    </p>
  );
}

type FixedRowProps = {
  number: number;
  row: SessionProviders;
  about: SessionAbout;
  everyone: readonly Person[];
};

/** A session that is over: whom it was for and its note, as they stay. */
export function FixedRow({ number, row, about, everyone }: FixedRowProps) {
  const t = useTranslations('assignments');
  const names = row.providerIds.map((id) => everyone.find((one) => one.id === id)?.name ?? t('unknown'));
  return (
    <li className={`${rowClass(true)} text-soft`}>
      <span className="flex size-11 items-center justify-center">
        <span className="sr-only">{t('session')} </span>
        {number}
      </span>
      <StoredSession about={about} providerIds={[]} />
      <p className="min-w-0 content-center wrap-anywhere max-sm:col-start-2 sm:min-h-touch">
        {names.map((name, index) => (
          <Fragment key={name}>
            {index > 0 ? t('or') : null}
            <bdi>{name}</bdi>
          </Fragment>
        ))}
      </p>
      {row.note === '' ? null : (
        <p
          dir="auto"
          className="min-w-0 content-center text-sm wrap-anywhere max-sm:col-start-2 sm:min-h-touch"
        >
          {row.note}
        </p>
      )}
    </li>
  );
}
