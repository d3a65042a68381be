import { describe, expect, it } from 'vitest';
import ar from './ar';
import en from './en';
import { preferredLanguage } from './languages';
import lastResort from './last-resort.json';

type Tree = { [key: string]: string | Tree };

function texts(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else for (const [inner, text] of texts(value, here)) found.set(inner, text);
  }
  return found;
}

/** Argument names and the branches of each plural or select, read with a small brace-aware scanner. */
function parse(text: string): { names: Set<string>; tags: Set<string>; plurals: Map<string, Set<string>> } {
  const names = new Set<string>();
  const plurals = new Map<string, Set<string>>();
  const tags = new Set([...text.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? ''));

  function block(from: number): number {
    let depth = 1;
    let at = from;
    while (depth > 0 && at < text.length) {
      if (text[at] === '{') depth++;
      if (text[at] === '}') depth--;
      at++;
    }
    if (depth > 0) throw new Error(`unclosed brace in "${text}"`);
    return at;
  }

  function scan(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (text[at] !== '{') continue;
      const end = block(at + 1);
      const argument = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(,)?)?/.exec(text.slice(at + 1, end - 1));
      if (!argument?.[1]) throw new Error(`unreadable argument in "${text}"`);
      names.add(argument[1]);
      if (argument[2] === 'plural' || argument[2] === 'selectordinal' || argument[2] === 'select') {
        const branches = new Set<string>();
        let cursor = at + 1 + argument[0].length;
        for (;;) {
          const branch = /^\s*(=?\w+)\s*\{/.exec(text.slice(cursor, end - 1));
          if (!branch?.[1]) break;
          branches.add(branch[1]);
          const start = cursor + branch[0].length;
          cursor = block(start);
          scan(start, cursor - 1);
        }
        if (argument[2] === 'plural') plurals.set(argument[1], branches);
      }
      at = end - 1;
    }
  }

  scan(0, text.length);
  return { names, tags, plurals };
}

const english = texts(en);
const arabic = texts(ar);

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...arabic.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have no empty text', () => {
    for (const [key, text] of [...english, ...arabic]) {
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('ask for the same values and tags in both languages', () => {
    for (const [key, text] of english) {
      const one = parse(text);
      const other = parse(arabic.get(key) ?? '');
      expect([...other.names].sort(), key).toEqual([...one.names].sort());
      expect([...other.tags].sort(), key).toEqual([...one.tags].sort());
    }
  });

  it.each([
    ['en-GB', english],
    ['ar-AE', arabic],
  ])('have every plural form of %s', (locale, catalogue) => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, text] of catalogue) {
      for (const [name, branches] of parse(text).plurals) {
        expect([...branches], `${key} {${name}}`).toEqual(expect.arrayContaining([...needed]));
      }
    }
  });

  it('write Arabic in Arabic letters', () => {
    for (const [key, text] of arabic) {
      const words = text.replaceAll(/\{\w+\}|<\/?\w+>/g, '');
      if (key !== 'common.appName' && /\p{L}/u.test(words)) expect(text, key).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it('call a lost connection by one name: none to be had, or no answer', () => {
    const lost = /could not be reached|cannot be reached|not connected|offline|unreachable/i;
    expect([...english].filter(([, text]) => lost.test(text))).toEqual([]);
    const inArabic = /الوصول إلى|غير متصل|لا يوجد اتصال/;
    expect([...arabic].filter(([, text]) => inArabic.test(text))).toEqual([]);
    // Whatever says it in one language says it in the other.
    const ones = (catalogue: ReadonlyMap<string, string>, words: RegExp) =>
      [...catalogue].filter(([, text]) => words.test(text)).map(([key]) => key);
    expect(ones(arabic, /^لا جواب من الخادم/)).toEqual(ones(english, /^No answer from the server/));
    expect(ones(arabic, /^لا اتصال/)).toEqual(ones(english, /^No connection/));
  });

  it('have the words of the last resort in both languages', () => {
    expect(Object.keys(lastResort.ar)).toEqual(Object.keys(lastResort.en));
  });
});

describe('the language of a first visit', () => {
  it.each([
    ['ar-SA,ar;q=0.9,en;q=0.8', 'ar'],
    ['en-US,en;q=0.9,ar;q=0.8', 'en'],
    ['fr-FR,ar;q=0.5,en;q=0.7', 'en'],
    ['de-DE,de;q=0.9', 'en'],
    ['ar;q=0, en', 'en'],
    ['', 'en'],
  ] as const)('%s reads %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
