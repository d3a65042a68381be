'use client';

import { CalendarRange } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FIELDS, type FormFaults, fieldId } from './booking-fields';
import { useFieldNames } from './use-form-faults';

type PlanEmptyProps = {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** What the plan waits for; each leads to its field. */
  faults?: FormFaults;
  onGoTo?: (fieldId: string) => void;
  /** One line above a plan that is still there. */
  isBrief?: boolean;
};

/** Stands where the plan will be, and says what is missing. */
export function PlanEmpty({ title, children, action, faults = {}, onGoTo, isBrief }: PlanEmptyProps) {
  const t = useTranslations('booking');
  const nameOf = useFieldNames();
  const waiting = FIELDS.filter((field) => faults[field] !== undefined && field !== 'notes');
  const list = waiting.length > 0 && onGoTo && (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-work text-soft">
      <span>{t('stillNeeded')}</span>
      {waiting.map((field) => (
        <button
          key={field}
          type="button"
          onClick={() => onGoTo(fieldId(field))}
          className="target rounded-sm font-medium text-accent underline underline-offset-4 hover:text-accent-strong"
        >
          {nameOf(field)}
        </button>
      ))}
    </p>
  );
  if (isBrief) return list || null;
  return (
    <div className="flex grow flex-col items-start gap-3 border-t border-hairline py-10">
      <CalendarRange aria-hidden className="size-6 text-faint" />
      <p className="text-base font-semibold">{title}</p>
      {children ? <div className="max-w-md text-work text-soft">{children}</div> : null}
      {list}
      {action}
    </div>
  );
}
