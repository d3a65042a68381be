import { createFormatter, createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '@/lib/scheduling/plan';
import ar from './ar';
import en from './en';
import { reasonSentence, reasonWords } from './reason-words';

const speechOf = (locale: 'en-GB' | 'ar-AE', preferredDays: readonly number[]) => ({
  t: createTranslator({ locale, messages: locale === 'en-GB' ? en : ar, namespace: 'reasons' }),
  format: createFormatter({ locale }),
  preferredDays,
});
const english = speechOf('en-GB', [0, 2]);
const arabic = speechOf('ar-AE', [0, 2]);

describe('the reasons in words', () => {
  it('are one sentence together', () => {
    const reasons = [
      { code: 'not_preferred_day', days: 38, provider: null },
      { code: 'provider_busy', days: 14, provider: null },
      { code: 'time_off', days: 5, provider: 'Nora' },
    ];
    expect(reasonSentence(reasons, english)).toBe(
      '38 days are not Sunday or Tuesday, on 14 days every provider is full, on 5 days Nora is on leave.',
    );
    expect(reasonSentence(reasons, arabic)).toBe(
      '38 يومًا ليست الأحد أو الثلاثاء، وفي 14 يومًا جداول جميع المعالجين ممتلئة، وفي 5 أيام Nora في إجازة.',
    );
  });

  it.each(REASON_CODES)('know %s in both languages, for one day and for many', (code) => {
    for (const speech of [english, arabic]) {
      const general = reasonWords({ code: 'something_new', days: 12, provider: null }, speech);
      const [one, two, many] = [1, 2, 12].map((days) => reasonWords({ code, days, provider: null }, speech));
      expect(many).not.toBe(general);
      expect(many).toMatch(/12/);
      expect(new Set([one, two, many]).size).toBe(3);
    }
  });

  it('name the provider whom all those days hang on', () => {
    for (const code of ['not_working', 'time_off', 'provider_busy'])
      expect(reasonWords({ code, days: 1, provider: 'Omar' }, english)).toMatch(/^on 1 day Omar /);
  });

  it('speak of preferred days when none are known any more', () => {
    expect(reasonWords({ code: 'not_preferred_day', days: 1, provider: null }, speechOf('en-GB', []))).toBe(
      '1 day is not on a preferred day',
    );
  });

  it('say something of a reason they do not know', () => {
    expect(reasonWords({ code: 'something_new', days: 3, provider: null }, english)).toBe(
      '3 days do not fit',
    );
  });
});
