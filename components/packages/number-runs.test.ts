import { describe, expect, it } from 'vitest';
import { runsText } from './number-runs';

describe('session numbers in words', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[1, 2], '1–2'],
    [[3, 4, 5, 9], '3–5, 9'],
    [[1, 3, 5], '1, 3, 5'],
  ])('%j is "%s"', (numbers, text) => {
    expect(runsText(numbers)).toBe(text);
  });
});
