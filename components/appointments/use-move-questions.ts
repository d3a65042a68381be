import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAskAgain } from '@/components/ui/connection';
import { isBookableDate } from '@/lib/planning/input';
import { isWorthAnotherTry, lossIn } from '@/lib/result/no-answer';
import { askJudgement, askTimes } from './ask-appointment';
import { lengthFault, type placeOf } from './move-draft';

/** The free times of the visit, two weeks at a time; without a first date from shortly before its own. */
export function useFreeTimes(id: string, { from, duration }: { from: string | null; duration: string }) {
  const isLength = duration !== '' && lengthFault(duration) === null;
  const query = { duration, ...(from === null ? {} : { from }) };
  const times = useQuery({
    queryKey: ['move-times', id, query],
    queryFn: ({ signal }) => askTimes(id, query, signal),
    enabled: isLength,
    retry: isWorthAnotherTry,
    placeholderData: keepPreviousData,
  });
  useAskAgain(lossIn(times.error), () => void times.refetch());
  return times;
}

/** What the typed place breaks, by the same rules as when it is saved. */
export function useJudgement(id: string, place: ReturnType<typeof placeOf>) {
  const query =
    // A year is typed digit by digit: until then nothing is asked.
    place === null || place.start === null || !isBookableDate(place.date)
      ? null
      : {
          providerId: place.providerId,
          date: place.date,
          time: place.time,
          durationMinutes: String(place.durationMinutes),
        };
  const judgement = useQuery({
    queryKey: ['judgement', id, query],
    queryFn: ({ signal }) => askJudgement(id, query ?? {}, signal),
    enabled: query !== null,
    retry: isWorthAnotherTry,
    // Somebody else may have taken it since it was looked at last.
    staleTime: 0,
  });
  useAskAgain(lossIn(judgement.error), () => void judgement.refetch());
  return judgement;
}
