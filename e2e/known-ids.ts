import type { APIRequestContext } from '@playwright/test';
import { named, optionsOf } from './choices';
import { mondayIn } from './dates';
import type { People } from './people';

/** Ids of the tenant with all the data, as its own people find them. */
export interface KnownIds {
  clinic: string;
  service: string;
  /** Who signs in as provider. */
  provider: string;
  patient: string;
  /** Someone whom the provider who signs in treats. */
  patientOfProvider: string;
  /** A package and an appointment of the provider who signs in, and of somebody else. */
  package: string;
  appointment: string;
  othersPackage: string;
  othersAppointment: string;
}

const CLINIC = 'Riverside';
const OTHER_CLINIC = 'Al Noor';
const SERVICE = 'Early intervention';
/** Packages of the demo: what other tests book begins later. */
const OF_THE_DEMO = `to=${mondayIn(12)}`;
/** Who signs in. */
const PROVIDER = 'Grace Tembo';

export async function findIds({ scheduler, provider }: People): Promise<KnownIds> {
  const options = await optionsOf(scheduler, '/bookings/new');
  const [clinic, otherClinic, service] = [CLINIC, OTHER_CLINIC, SERVICE].map((name) => named(options, name));
  const chosen = new URLSearchParams({ clinic: clinic ?? '', service: service ?? '' });
  const providers = await optionsOf(scheduler, `/bookings/new?${chosen}`);
  const answer = await scheduler.get('/api/patients/search?query=layla');
  const { patients } = await answer.json();
  return {
    clinic: clinic ?? '',
    service: service ?? '',
    provider: named(providers, PROVIDER),
    patient: patients[0].id,
    patientOfProvider: await firstLink(provider, '/patients', 'patients'),
    package: await firstLink(provider, `/packages?${OF_THE_DEMO}`, 'packages'),
    appointment: await firstLink(provider, '/calendar?view=week', 'appointments'),
    othersPackage: await firstLink(scheduler, `/packages?clinic=${otherClinic}&${OF_THE_DEMO}`, 'packages'),
    othersAppointment: await firstLink(
      scheduler,
      `/calendar?view=week&clinic=${otherClinic}`,
      'appointments',
    ),
  };
}

async function firstLink(person: APIRequestContext, path: string, folder: string): Promise<string> {
  const html = await (await person.get(path)).text();
  const id = new RegExp(`href="/${folder}/([\\w-]+)"`).exec(html)?.[1];
  if (id === undefined) throw new Error(`${path} shows no ${folder}.`);
  return id;
}
