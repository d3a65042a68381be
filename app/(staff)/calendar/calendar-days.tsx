import { useFormatter, useTranslations } from 'next-intl';
import { calendarHref } from '@/components/calendar/address';
import { Agenda } from '@/components/calendar/agenda';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { type BoardProps, CalendarBoard } from './calendar-board';
import { noonUtc } from './noon-utc';
import { whyEmpty } from './why-empty';

type CalendarDaysProps = BoardProps & {
  /** Also of a day with nothing on it: a visit is, or was, carried over it. */
  isBoardWanted: boolean;
};

/** The days themselves: a board on a desk, a list on a phone and on paper. */
export function CalendarDays({ isBoardWanted, ...props }: CalendarDaysProps) {
  const { calendar, clinic, choices, query, around } = props;
  const t = useTranslations('calendar');
  const format = useFormatter();
  const fullDay = (date: string) => format.dateTime(noonUtc(date), 'fullDay', { timeZone: 'UTC' });
  const empty = whyEmpty(calendar, query, choices);
  if (empty !== null && !isBoardWanted) {
    return (
      <EmptyState
        title={
          empty === 'closed'
            ? t('closed', { label: calendar.days[0]?.closure ?? '' })
            : t(`${empty}Title`, { clinic: clinic.name })
        }
        action={
          empty === 'noMatch' ? (
            <ButtonLink href={calendarHref({ ...query, provider: null, service: null, room: null })}>
              {t('clearFilters')}
            </ButtonLink>
          ) : null
        }
      >
        {t(`${empty}Body`)}
      </EmptyState>
    );
  }
  return (
    <>
      <CalendarBoard {...props} />
      <Agenda
        label={t('listLabel', { date: fullDay(around.date) })}
        days={calendar.days.map(({ date, closure }, index) => {
          const columns = calendar.providers.flatMap(({ columns: own }) => own[index] ?? []);
          return {
            date,
            name: fullDay(date),
            closure,
            columns,
            cards: columns
              .flatMap(({ cards }) => cards)
              .filter(({ isMatch }) => isMatch)
              .sort((one, other) => one.from - other.from || one.to - other.to),
          };
        })}
      />
    </>
  );
}
