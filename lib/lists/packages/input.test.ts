import { describe, expect, it } from 'vitest';
import { PACKAGE_SORTS as SORTS_OF_THE_READ } from '@/db/reads/package-list';
import { PACKAGE_SORTS, packageAddresses } from './input';
import { packageListQuery } from './known-query';

const USUAL = packageListQuery.parse({});
const hrefOf = (address: string) =>
  packageAddresses.href(packageListQuery.parse(Object.fromEntries(new URLSearchParams(address))));

describe('the address of the package list', () => {
  it.each([
    '',
    'q=lina+haddad',
    'q=%25_',
    'status=DRAFT%2CCANCELLED',
    'attention=1&ending=1&sort=patient&clinic=c-1&service=s_1&provider=p1&from=2027-01-01&to=2027-01-31&view=all',
    'sort=number&after=abc',
    'before=abc',
  ])('?%s is read and written the same', (address) => {
    expect(hrefOf(address)).toBe(address === '' ? '/packages' : `/packages?${address}`);
  });

  it.each([
    'clinic=a%20b',
    'clinic=%00',
    `service=${'x'.repeat(65)}`,
    'status=NONSENSE',
    'from=2027-02-30',
    'to=tomorrow',
    'attention=yes',
    'sort=random',
    'sort=newest',
    'after=',
    'q=%20%20',
    'page=7',
  ])('?%s falls back to the usual', (address) => {
    expect(packageListQuery.parse(Object.fromEntries(new URLSearchParams(address)))).toEqual(USUAL);
  });

  it('takes the first of a thing said twice, and all statuses', () => {
    const said = {
      clinic: ['a', 'b'],
      q: ['x', 'y'],
      status: ['DRAFT', 'COMPLETED,NONSENSE'],
      sort: ['start'],
    };
    expect(packageListQuery.parse(said)).toMatchObject({
      clinic: 'a',
      q: 'x',
      status: ['DRAFT', 'COMPLETED'],
      sort: 'start',
    });
  });

  it('cuts what is too long to be meant', () => {
    expect(packageListQuery.parse({ q: 'x'.repeat(10_000) }).q).toHaveLength(200);
  });

  it('begins at the first page after another choice', () => {
    const second = { ...USUAL, after: 'abc', sort: 'patient' } as const;
    expect(packageAddresses.href(packageAddresses.choosing(second, { clinic: 'c1' }))).toBe(
      '/packages?sort=patient&clinic=c1',
    );
    expect(
      packageAddresses.href(packageAddresses.withoutFilters({ ...second, q: 'x', status: ['DRAFT'] })),
    ).toBe('/packages?sort=patient');
  });

  it('knows how many filters leave something out', () => {
    expect(packageAddresses.countFilters({ ...USUAL, sort: 'patient', after: 'abc', q: 'x' })).toBe(0);
    for (const change of [
      { ending: true },
      { provider: 'p1' },
      { attention: true },
      { status: ['DRAFT' as const] },
      { to: '2027-01-01' },
    ])
      expect(packageAddresses.countFilters({ ...USUAL, ...change })).toBe(1);
  });

  it('offers the orders that can be read', () => {
    expect(PACKAGE_SORTS).toEqual(SORTS_OF_THE_READ);
  });
});
