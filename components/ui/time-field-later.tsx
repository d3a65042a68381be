'use client';

import { memo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { arrival, useArrived } from './arrival';
import { isSameControl } from './same-control';
import { SegmentsHeld, useHeld } from './segments-held';
import type { TimeFieldProps } from './time-field';

const field = arrival(() => import('./time-field').then(({ TimeField }) => TimeField));

/** Fetches the code of time fields, for where one is going to be wanted. */
export const reachTimeField = field.reach;

/** A time field whose code comes when it is reached for. */
export const TimeFieldLater = memo(function TimeFieldLater(props: TimeFieldProps & { value: string }) {
  const TimeField = useArrived(field);
  const { place, hold } = useHeld(TimeField !== null);
  const names = new Intl.DisplayNames(useLocale().locale, { type: 'dateTimeField' });
  const [hour = '', minute = ''] = props.value.split(':');
  const part = (type: 'hour' | 'minute', text: string) => ({
    type,
    name: names.of(type),
    text: text || '––',
    isEmpty: !text,
  });
  return (
    <div ref={place} className="contents">
      {TimeField ? (
        <TimeField {...props} />
      ) : (
        <SegmentsHeld
          {...props}
          hold={hold}
          reach={field.reach}
          segments={[part('hour', hour), { type: 'literal', text: ':' }, part('minute', minute)]}
          isClock
        />
      )}
    </div>
  );
}, isSameControl);
