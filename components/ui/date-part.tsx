import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { DateSegment } from 'react-aria-components/DateField';
import { segmentClass } from './segment-style';

/** One part of a date or a time. It is called "day, From" by itself, with a Latin comma in every language. */
export function DatePart({ segment }: Pick<ComponentProps<typeof DateSegment>, 'segment'>) {
  const comma = useTranslations('common')('comma');
  return (
    <DateSegment
      segment={segment}
      className={segmentClass}
      render={(part) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: what it is given makes it a spinbutton
        <span {...part} aria-label={part['aria-label']?.replace(', ', `${comma} `)} />
      )}
    />
  );
}
