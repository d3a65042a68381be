import { describe, expect, it } from 'vitest';
import { numeralOf } from './numeral';

describe('what is typed into a number field', () => {
  it.each([
    ['', ''],
    ['12', '12'],
    ['١٢', '12'],
    ['۱۲', '12'],
    ['٢٫٥', '2.5'],
    ['2,5', '2.5'],
    ['−3', '-3'],
    ['-', '-'],
    [' 1 200 ', '1200'],
    ['١٬٢٠٠', '1200'],
    ['\u200f٤٥', '45'],
    ['123456789', '1234567'],
  ])('is read as a number: %j', (typed, numeral) => {
    expect(numeralOf(typed)).toBe(numeral);
  });

  it.each(['1e3', '١e٣', '12 min', 'x', '٣ أيام', '0x10', '½', '1+1'])(
    'never becomes another number: %j',
    (typed) => {
      expect(numeralOf(typed)).toBeNull();
    },
  );
});
