import { describe, expect, it } from 'vitest';
import { fold, foldedNames } from './search-text';

const isFound = (typed: string, given: string, family = '', file = '') =>
  foldedNames({ given_name: given, family_name: family, file_number: file }).search_text.includes(
    ` ${fold(typed)}`,
  );

describe('search text', () => {
  it('puts one space before each word of names and file number', () => {
    const { search_text: text } = foldedNames({
      given_name: '  Mary  Ann ',
      family_name: 'O’Brien-Smith',
      file_number: 'P-00012',
    });
    expect(text).toBe(' mary ann obrien smith p 00012');
  });

  it('finds the beginning of any word and not its middle', () => {
    expect(isFound('mar', 'Ana', 'Martins')).toBe(true);
    expect(isFound('art', 'Ana', 'Martins')).toBe(false);
    expect(isFound('P-0001', 'Ana', 'Martins', 'P-00012')).toBe(true);
  });

  it('knows no accents and no case, in the name or as typed', () => {
    expect(fold('ÉLODIE Nuñez Łukasz Søren Weiß İpek')).toBe('elodie nunez lukasz soren weiss ipek');
    expect(isFound('Víc', 'Victor')).toBe(true);
    expect(isFound('vic', 'Víctor')).toBe(true);
  });

  it('unifies the Arabic forms of one letter', () => {
    expect(fold('أحمد')).toBe(fold('احمد'));
    expect(fold('إيمان')).toBe(fold('ايمان'));
    expect(fold('آمنة')).toBe(fold('امنه'));
    expect(fold('منى')).toBe(fold('مني'));
    expect(fold('مُحَمَّد')).toBe(fold('محمد'));
    expect(fold('محـــمد')).toBe(fold('محمد'));
    expect(fold('رجاء')).toBe(fold('رجا'));
    expect(fold('لؤي')).toBe(fold('لوي'));
    expect(fold('یوسف کریم')).toBe(fold('يوسف كريم'));
  });

  it('reads Arabic and Persian digits as digits', () => {
    expect(fold('٠١٢٣ ۴۵۶')).toBe('0123 456');
  });

  it('drops what only steers the direction of writing', () => {
    expect(fold('\u200fسارة\u200e')).toBe(fold('سارة'));
  });

  it('leaves no wildcard of like, and nothing of punctuation alone', () => {
    expect(fold('50%_\\x')).toBe('50 x');
    expect(fold(' %_ ')).toBe('');
  });

  it('keeps an emoji as a word', () => {
    expect(isFound('🦊', 'Fox 🦊', 'Reyes')).toBe(true);
  });
});
