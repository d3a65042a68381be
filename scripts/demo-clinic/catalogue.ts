/* What the demo clinics offer, who works there and when. Weekdays: 0 = Sunday. */

export interface DemoService {
  name: string;
  colour: string;
  minutes: number;
  count: number;
  bufferAfter?: number;
  needsRoom?: true;
}

export const SERVICES: readonly DemoService[] = [
  { name: 'Speech therapy', colour: '#0f766e', minutes: 45, count: 24 },
  { name: 'Physiotherapy', colour: '#1d4ed8', minutes: 30, count: 12 },
  { name: 'Occupational therapy', colour: '#7c3aed', minutes: 45, count: 20 },
  { name: 'Hand therapy', colour: '#b45309', minutes: 30, count: 10, needsRoom: true },
  { name: 'Hydrotherapy', colour: '#0369a1', minutes: 40, count: 8, bufferAfter: 10, needsRoom: true },
  { name: 'Behavioural therapy', colour: '#be185d', minutes: 60, count: 40 },
  { name: 'Early intervention', colour: '#4d7c0f', minutes: 50, count: 16, bufferAfter: 5 },
  { name: 'Assessment', colour: '#57534e', minutes: 60, count: 2, bufferAfter: 10 },
];

type Span = [from: string, to: string];

export interface DemoProvider {
  name: string;
  colour: string;
  services: readonly string[];
  /** Spans by weekday; the time between two spans of a day is a break. */
  week: Partial<Record<0 | 1 | 2 | 3 | 4 | 5 | 6, readonly Span[]>>;
}

export interface DemoClinic {
  name: string;
  timeZone: string;
  weekStart: number;
  rooms: readonly string[];
  providers: readonly DemoProvider[];
}

const FULL_DAY: readonly Span[] = [
  ['08:30', '12:30'],
  ['13:15', '17:30'],
];
const LONG_DAY: readonly Span[] = [
  ['08:00', '12:00'],
  ['12:45', '16:00'],
  ['16:30', '19:00'],
];
const MORNING: readonly Span[] = [['08:00', '12:30']];
const AFTERNOON: readonly Span[] = [['13:00', '18:30']];

const weekdays = (
  days: readonly (0 | 1 | 2 | 3 | 4 | 5 | 6)[],
  spans: readonly Span[],
): DemoProvider['week'] => Object.fromEntries(days.map((day) => [day, spans]));

export const CLINICS: readonly DemoClinic[] = [
  {
    name: 'Riverside',
    timeZone: 'Europe/London',
    weekStart: 1,
    rooms: ['Gym', 'Pool room', 'Treatment room 1', 'Treatment room 2'],
    providers: [
      {
        name: 'Nora Whitfield',
        colour: '#0f766e',
        services: ['Speech therapy', 'Early intervention', 'Assessment'],
        week: weekdays([1, 2, 3, 4], FULL_DAY),
      },
      {
        name: 'Samuel Okafor',
        colour: '#1d4ed8',
        services: ['Physiotherapy', 'Hydrotherapy', 'Hand therapy'],
        week: weekdays([1, 2, 3, 4, 5], LONG_DAY),
      },
      {
        name: 'Ingrid Solberg',
        colour: '#7c3aed',
        services: ['Occupational therapy', 'Hand therapy', 'Assessment'],
        week: { ...weekdays([1, 3], FULL_DAY), ...weekdays([5], MORNING) },
      },
      {
        name: 'Tomás Arrieta',
        colour: '#b45309',
        services: ['Physiotherapy', 'Hydrotherapy'],
        week: { ...weekdays([2, 4, 5], AFTERNOON), ...weekdays([6], MORNING) },
      },
      {
        name: 'Grace Tembo',
        colour: '#be185d',
        services: ['Behavioural therapy', 'Early intervention'],
        week: weekdays([1, 2, 3, 4, 5], FULL_DAY),
      },
      {
        name: 'Farah Siddiqui',
        colour: '#4d7c0f',
        services: ['Speech therapy', 'Early intervention'],
        week: { ...weekdays([1, 2], AFTERNOON), ...weekdays([4, 5], FULL_DAY) },
      },
      {
        name: 'Daniel Hooper',
        colour: '#0369a1',
        services: ['Occupational therapy', 'Behavioural therapy'],
        week: { ...weekdays([2, 3, 4], FULL_DAY), ...weekdays([6], MORNING) },
      },
    ],
  },
  {
    name: 'Al Noor',
    timeZone: 'Asia/Riyadh',
    weekStart: 0,
    rooms: ['Room A', 'Room B'],
    providers: [
      {
        name: 'نوف السبيعي',
        colour: '#0f766e',
        services: ['Speech therapy', 'Assessment', 'Early intervention'],
        week: weekdays([0, 1, 2, 3, 4], FULL_DAY),
      },
      {
        name: 'Hassan Jaber',
        colour: '#1d4ed8',
        services: ['Physiotherapy', 'Hand therapy'],
        week: weekdays([0, 1, 2, 3, 4], LONG_DAY),
      },
      {
        name: 'Rania Khalil',
        colour: '#be185d',
        services: ['Behavioural therapy', 'Occupational therapy'],
        week: weekdays([0, 2, 4], FULL_DAY),
      },
      {
        name: 'ماجد العنزي',
        colour: '#7c3aed',
        services: ['Occupational therapy', 'Early intervention'],
        week: { ...weekdays([0, 1], MORNING), ...weekdays([3], FULL_DAY) },
      },
      {
        name: 'Leena Pillai',
        colour: '#4d7c0f',
        services: ['Speech therapy', 'Behavioural therapy'],
        week: weekdays([1, 2, 3], AFTERNOON),
      },
    ],
  },
];
