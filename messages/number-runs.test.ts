import { describe, expect, it } from 'vitest';
import arabic from './ar/common.json';
import english from './en/common.json';
import { runsText } from './number-runs';

describe('session numbers in words', () => {
  it.each([
    [[], '', ''],
    [[7], '7', '7'],
    [[1, 2], '1–2', '1–2'],
    [[3, 4, 5, 9, 11, 12], '3–5, 9, 11–12', '3–5، 9، 11–12'],
    [[1, 3, 5], '1, 3, 5', '1، 3، 5'],
  ])('%j is "%s", and with the Arabic comma "%s"', (numbers, inEnglish, inArabic) => {
    expect(runsText(numbers, english.comma)).toBe(inEnglish);
    expect(runsText(numbers, arabic.comma)).toBe(inArabic);
  });
});
