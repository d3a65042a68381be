// Packages that a test begins with, booked by the form's own requests: the form itself has journeys of its own.
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { PackageForm } from './booking';
import { named, optionsOf } from './choices';
import { callAction } from './people';

export interface BookedPackage {
  path: string;
  number: string;
  /** The name of whom it is for. */
  patient: string;
  /** Where the placed sessions' visits are shown, in the order of the sessions. */
  visits: string[];
}

type OnePatientForm = PackageForm & { patient: string; provider: string; sessions: number; minutes: number };

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Books a package with the session that the page has. */
export async function bookPackage({ request }: Page, form: OnePatientForm): Promise<BookedPackage> {
  const { patient, input } = await inputOf(request, form);
  const proposed = await request.post('/api/plan', { data: input });
  expect(proposed.status(), await proposed.text()).toBe(200);
  const { placed } = await proposed.json();
  const { returned } = await callAction(request, {
    action: 'app/(staff)/bookings/new/actions.ts#savePackage',
    input: [{ ...input, requestKey: randomUUID(), notes: '', autoSchedule: true, shown: placed }],
  });
  expect(returned).toMatchObject({ ok: true });
  const { packageId, number } = (returned as { value: { packageId: string; number: string } }).value;
  const path = `/packages/${packageId}`;
  const html = await (await request.get(path)).text();
  const visits = new Set([...html.matchAll(/href="(\/appointments\/[\w-]+)"/g)].map(([, href = '']) => href));
  return { path, number, patient, visits: [...visits] };
}

async function inputOf(request: APIRequestContext, form: OnePatientForm) {
  const options = await optionsOf(request, '/bookings/new');
  const clinic = named(options, form.clinic);
  const service = named(options, form.service);
  const chosen = new URLSearchParams({ clinic, service });
  const providers = await optionsOf(request, `/bookings/new?${chosen}`);
  const found = await request.get(`/api/patients/search?${new URLSearchParams({ query: form.patient })}`);
  const [patient] = (await found.json()).patients;
  const input = {
    patientId: patient.id,
    clinicId: clinic,
    serviceTypeId: service,
    sessionCount: form.sessions,
    durationMinutes: form.minutes,
    startDate: form.from,
    endDate: form.until ?? null,
    preferredDays: form.days.map((day) => WEEKDAYS.indexOf(day)),
    dayHours: null,
    minGapDays: 1,
    maxGapDays: null,
    maxPerWeek: null,
    providers: { strategy: 'one', providerId: named(providers, form.provider) },
    goal: 'soonest',
  };
  return { patient: patient.name as string, input };
}
