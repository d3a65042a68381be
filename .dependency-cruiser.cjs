// The import table of the house. Who may know whom is written here once and checked in every test run;
// scripts/imports.test.ts shows that each rule can fail. An exception names its file and its reason.

const TESTS = '\\.test\\.tsx?$';
// What only tests may use: lib/tenancy walks every door of the product as two tenants.
const TEST_WORLDS = '/testing[a-z-]*(\\.ts$|/)|^lib/tenancy/';
const OURS = '^(app|bench|components|db|e2e|lib|messages|scripts)/';
// Small leaves that every layer may lean on: names of things, not knowledge.
const FOUNDATIONS = '^lib/(ids|result|rules|time)/';

/** @param {string} name @param {string} why @param {string[]} who @param {string[]} whom */
const mayOnlyImport = (name, why, who, whom) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: who, pathNot: [TESTS, TEST_WORLDS] },
  to: { path: OURS, pathNot: whom },
});

/** @param {string} name @param {string} why @param {object} from @param {object} to */
const forbid = (name, why, from, to) => ({ name, comment: why, severity: 'error', from, to });

const rooms = [
  mayOnlyImport(
    'ui-knows-nothing-of-ours',
    'components/ui would fit another product unchanged.',
    ['^components/ui/'],
    ['^components/ui/'],
  ),
  mayOnlyImport(
    'components-show-what-they-are-given',
    'A screen gets its data and actions as props; of lib it knows types, input schemas and time.',
    ['^components/(?!ui/)([^/]+)/'],
    // The grid of who gives which session is one for a package that is booked and one that is stored; a new
    // patient is written down on the list of patients and in the middle of a booking.
    ['^components/(ui|assignments|new-patient|$1)/', '^lib/', '^messages/'],
  ),
  forbid(
    'components-know-lib-by-type',
    'Running code of lib stays on the server; only input schemas and the foundations run in both places.',
    { path: '^components/', pathNot: TESTS },
    { path: '^lib/', pathNot: [FOUNDATIONS, '^lib/.+/input\\.ts$'], dependencyTypesNot: ['type-only'] },
  ),
  mayOnlyImport(
    'app-is-above-all-but-below-nothing',
    'Pages and actions compose; they write through operations and never open a database.',
    ['^app/', '^proxy\\.ts$'],
    ['^app/', '^components/', '^lib/', '^messages/', '^db/(?!client|writes/|testing|seed)'],
  ),
  mayOnlyImport(
    'lib-does-not-look-up-or-sideways',
    'An area uses the engine, planning (which feeds it), the notification queue and the database, never another area.',
    ['^lib/(?!(?:ids|result|rules|time|scheduling)/)([^/]+)/'],
    [
      '^lib/($1|planning|scheduling)/',
      FOUNDATIONS,
      '^lib/notifications/queue',
      // Who may do what, for a rule that depends on what else is asked.
      '^lib/auth/permissions',
      '^messages/',
      '^db/(reads|writes)/',
      '^db/(audit|errors|schema|scope|system|transaction)',
    ],
  ),
  mayOnlyImport(
    'system-queries-are-for-sign-in-and-delivery',
    'Queries without a tenant are few; each caller is named here.',
    ['^(app|lib)/(?!(?:auth|notifications|api|tenants)/)'],
    ['^(app|bench|components|e2e|lib|messages|scripts)/', '^db/(?!system)'],
  ),
  mayOnlyImport(
    'engine-is-pure',
    'lib/scheduling takes data and returns data.',
    ['^lib/scheduling/'],
    ['^lib/(scheduling|time)/'],
  ),
  mayOnlyImport(
    'time-knows-nothing-of-ours',
    'lib/time is the lowest stone.',
    ['^lib/time/'],
    ['^lib/time/'],
  ),
  mayOnlyImport(
    'rules-are-pure',
    'lib/rules holds what is true in every clinic, such as how a package’s status follows from its sessions.',
    ['^lib/rules/'],
    ['^lib/(rules|time)/', '^db/schema'],
  ),
  mayOnlyImport('ids-know-nothing-of-ours', 'Ids are a leaf.', ['^lib/ids/'], ['^lib/ids/']),
  mayOnlyImport('results-know-nothing-of-ours', 'Result is a leaf.', ['^lib/result/'], ['^lib/result/']),
  mayOnlyImport(
    'database-does-not-look-up',
    'db knows rows and columns, not the rules of a clinic.',
    ['^db/'],
    ['^db/', FOUNDATIONS],
  ),
  mayOnlyImport(
    'words-know-nothing-of-ours',
    'messages holds text and how it is written.',
    ['^messages/'],
    ['^messages/'],
  ),
  mayOnlyImport(
    'journeys-use-the-running-product',
    'e2e knows addresses and words on the screen, nothing behind them.',
    ['^e2e/'],
    ['^e2e/', '^messages/', '^scripts/[^/]+\\.mjs$'],
  ),
];

const packages = [
  forbid(
    'drivers-only-in-client',
    'One file names the database drivers. The test scripts create the databases that it then opens.',
    { pathNot: ['^db/client\\.ts$', '^scripts/postgres\\.(mjs|test\\.ts)$'] },
    { path: 'node_modules/(better-sqlite3|pg|@types/(better-sqlite3|pg))/' },
  ),
  forbid(
    'kysely-stays-in-db',
    'A query outside of db/ could forget its tenant.',
    { pathNot: ['^db/', TESTS, TEST_WORLDS] },
    { path: 'node_modules/kysely/' },
  ),
  forbid(
    'time-zones-only-in-time',
    'All time-zone arithmetic is in one place.',
    { pathNot: '^lib/time/' },
    { path: 'node_modules/temporal-polyfill/' },
  ),
  forbid(
    'engine-needs-only-zod',
    'The engine runs anywhere: no framework, no machine, no package but the schema language.',
    { path: '^lib/scheduling/', pathNot: [TESTS, TEST_WORLDS] },
    { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
  ),
  forbid(
    'time-needs-only-temporal',
    'lib/time runs anywhere.',
    { path: '^lib/time/', pathNot: TESTS },
    { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/temporal-polyfill/' },
  ),
  forbid(
    'rules-know-no-framework',
    'Requests, cookies and screens end in app/; lib/auth reads the session that next-auth keeps.',
    { path: '^(lib/(?!auth/)|db/)', pathNot: TESTS },
    { path: 'node_modules/(next|next-auth|next-intl|react|react-dom)/' },
  ),
  forbid(
    'production-without-test-tools',
    'What runs in production is a dependency, not a development dependency.',
    {
      path: '^(app|components|db|lib|messages)/|^(proxy|instrumentation|instrumentation-client)\\.ts$',
      pathNot: [TESTS, TEST_WORLDS],
    },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
];

const order = [
  forbid('no-cycles', 'Two files that need each other are one, or hide a third.', {}, { circular: true }),
  forbid(
    'no-orphans',
    'A file that nobody imports is not in use. The framework opens some by name.',
    {
      orphan: true,
      pathNot: [TESTS, '\\.d\\.ts$', '^[^/]+$', '^(bench|e2e|scripts)/', '^app/'],
    },
    {},
  ),
  forbid('no-test-in-code', 'Tests import code.', {}, { path: [TESTS, '\\.spec\\.ts$'] }),
  forbid(
    'worlds-are-for-tests',
    'What prepares tests is not part of the product.',
    { pathNot: [TESTS, '^(bench|e2e|scripts)/', TEST_WORLDS] },
    { path: TEST_WORLDS, pathNot: 'node_modules' },
  ),
  forbid('no-broken-import', 'What is imported exists.', {}, { couldNotResolve: true }),
];

module.exports = {
  forbidden: [...rooms, ...packages, ...order],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|(coverage|data|shots)/)' },
    // TypeScript 7 has no interface for other tools yet: swc reads the files, and the one path alias
    // of tsconfig.json is told again in the form that the resolver knows.
    parser: 'swc',
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: `${__dirname}/scripts/import-alias.cjs` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts', '.css'],
    },
  },
};
