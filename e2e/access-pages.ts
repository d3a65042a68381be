import {
  type Asked,
  bookersPage,
  everybody,
  NOBODYS_ID,
  nobodysRecord,
  ODD_IDS,
  ownRecord,
  records,
  staffPage,
} from './access-answers';
import type { KnownIds } from './known-ids';

/** Each page with what it answers to whom. A page that is not here fails the test. */
export const PAGES: Record<string, (ids: KnownIds) => Asked[]> = {
  'app/page.tsx': () => [
    { path: '/', answers: { ...everybody('to /today'), visitor: 'to /sign-in', former: 'to /sign-in' } },
  ],
  'app/sign-in/page.tsx': () => [
    { path: '/sign-in', answers: { ...everybody('to /'), visitor: 200, former: 200 } },
  ],
  'app/(staff)/today/page.tsx': (ids) => [
    { path: '/today', answers: staffPage },
    {
      what: 'of a clinic, long ago',
      path: `/today?clinic=${ids.clinic}&date=2020-02-29`,
      answers: staffPage,
    },
    { what: 'of nonsense', path: '/today?clinic=%00&date=2027-02-30&date=x', answers: staffPage },
    {
      what: 'of a day to come, which the calendar shows',
      path: `/today?clinic=${ids.clinic}&date=2099-01-01`,
      answers: { ...everybody('to /calendar'), visitor: 'to /sign-in', former: 'to /sign-in' },
    },
  ],
  'app/(staff)/attention/page.tsx': (ids) => [
    { path: '/attention', answers: staffPage },
    { what: 'at a package', path: `/attention?kind=ending&at=${ids.package}&place=2`, answers: staffPage },
    { what: 'without an outcome', path: '/attention?kind=unsettled', answers: staffPage },
    { what: 'of nonsense', path: '/attention?kind=x&at=%00&place=-1', answers: staffPage },
  ],
  'app/(staff)/calendar/page.tsx': (ids) => [
    { path: '/calendar', answers: staffPage },
    {
      what: 'of a clinic and a provider',
      path: `/calendar?clinic=${ids.clinic}&provider=${ids.provider}`,
      answers: staffPage,
    },
    {
      what: 'of nonsense',
      path: '/calendar?view=x&date=2027-02-30&clinic=%00&provider=%27&room=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/packages/page.tsx': () => [
    { path: '/packages', answers: staffPage },
    {
      what: 'of nonsense',
      path: '/packages?q=%00%27%25&status=x&clinic=%00&from=2027-02-30&after=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/appointments/page.tsx': () => [
    { path: '/appointments', answers: staffPage },
    {
      what: 'of nonsense',
      path: '/appointments?q=%00%27%25&status=x&period=never&room=%00&from=2027-02-30&before=%00&view=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/patients/page.tsx': () => [
    { path: '/patients', answers: staffPage },
    {
      what: 'of nonsense',
      path: '/patients?q=%00%27%25&clinic=%00&sort=x&after=%00&view=%00',
      answers: staffPage,
    },
  ],
  'app/(staff)/patients/[id]/page.tsx': (ids) => [
    { what: 'own', path: `/patients/${ids.patientOfProvider}`, answers: ownRecord },
    { what: 'nobody’s', path: `/patients/${NOBODYS_ID}`, answers: nobodysRecord },
    ...ODD_IDS.map((id) => ({
      what: `odd id ${id.slice(0, 20)}`,
      path: `/patients/${id}`,
      answers: nobodysRecord,
    })),
  ],
  'app/(staff)/packages/[id]/page.tsx': (ids) =>
    records('packages', { own: ids.package, others: ids.othersPackage }),
  'app/(staff)/appointments/[id]/page.tsx': (ids) =>
    records('appointments', { own: ids.appointment, others: ids.othersAppointment }),
  'app/(staff)/packages/[id]/edit/page.tsx': (ids) => [
    { path: `/packages/${ids.package}/edit`, answers: { ...bookersPage, stranger: 404 } },
    {
      what: 'nobody’s',
      path: `/packages/${NOBODYS_ID}/edit`,
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
    {
      what: 'odd id',
      path: '/packages/%00/edit',
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
  ],
  'app/(staff)/bookings/new/page.tsx': (ids) => [
    { path: '/bookings/new', answers: bookersPage },
    {
      what: 'like another',
      path: `/bookings/new?copy=${ids.package}`,
      answers: { ...bookersPage, stranger: 404 },
    },
    {
      what: 'like nobody’s',
      path: `/bookings/new?copy=${NOBODYS_ID}`,
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
    { what: 'single', path: '/bookings/new?kind=single', answers: bookersPage },
    {
      what: 'for a patient',
      path: `/bookings/new?patient=${ids.patient}`,
      answers: { ...bookersPage, stranger: 404 },
    },
    {
      what: 'for an odd id',
      path: '/bookings/new?patient=%00',
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
    {
      what: 'for nobody',
      path: `/bookings/new?patient=${NOBODYS_ID}`,
      answers: { ...bookersPage, scheduler: 404, admin: 404, stranger: 404 },
    },
  ],
};
