import type { Instance } from '@/lib/scheduling/instance';
import { timeOfMinute } from '@/lib/time/local-time';

/** Everybody works around the clock but for five minutes of every hour, each at other minutes. */
export function aroundTheClock(instance: Instance): Instance {
  return {
    ...instance,
    sessions: instance.sessions.map((session) => ({ ...session, durationMinutes: 5 })),
    providers: instance.providers.map((provider, index) => ({
      ...provider,
      bufferAfterMinutes: 0,
      busy: [],
      hours: Array.from({ length: 24 }, (_, hour) => hour * 60 + 5 * index).flatMap((from) =>
        [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
          weekday,
          from: timeOfMinute(from),
          to: timeOfMinute(Math.min(1440, from + 55)),
          validFrom: null,
          validTo: null,
        })),
      ),
    })),
  };
}
