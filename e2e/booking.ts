import { expect, type Locator, type Page } from '@playwright/test';

/** What is typed into the package form; what is left out keeps the service's usual value. */
export interface PackageForm {
  /** The first letters of a name; none when the patient is chosen already. */
  patient?: string;
  clinic: string;
  service: string;
  /** One for all sessions; none where each gets its own, see `assignProviders`. */
  provider?: string;
  /** Names of weekdays. */
  days: readonly string[];
  from: string;
  until?: string;
  sessions?: number;
  notes?: string;
}

export interface PlannedSession {
  number: number;
  /** As the screen says it: `Mon 1 Mar`. */
  day: string;
  time: string;
  provider: string;
  isMarked: boolean;
}

/** Presses the key of a new booking until it is heard: a page listens only once it has come alive. */
export async function pressNewBooking(page: Page): Promise<void> {
  const isThere = /\/bookings\/new$/;
  await expect(async () => {
    // Once the page is there its first field has the focus: a second n would be written into it.
    if (!isThere.test(page.url())) await page.keyboard.press('n');
    await expect(page).toHaveURL(isThere, { timeout: 1_000 });
  }).toPass();
}

/** An empty form that hears what is typed: its address loses what stands behind it when the key is heard. */
export async function openBooking(page: Page): Promise<void> {
  await page.goto('/bookings/new?kind=package');
  await pressNewBooking(page);
  // The key is heard by what stands around the form, which may come alive a moment later.
  await untilAlive(page);
}

/** Types the whole form; answers the patient's name. */
export async function fillPackage(page: Page, form: PackageForm): Promise<string> {
  if (form.patient !== undefined) await choosePatient(page, form.patient);
  await page.getByRole('combobox', { name: 'Clinic', exact: true }).selectOption(form.clinic);
  await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption(form.service);
  if (form.provider !== undefined) await providerBox(page).selectOption(form.provider);
  for (const day of form.days) await pressLabel(page.getByRole('checkbox', { name: day, exact: true }));
  await typeDate(page, 'From', form.from);
  if (form.until !== undefined) await typeDate(page, 'Until', form.until);
  if (form.sessions !== undefined) await sessionsField(page).fill(String(form.sessions));
  if (form.notes !== undefined) await notesField(page).fill(form.notes);
  return patientBox(page).inputValue();
}

/** Gives each session a provider of its own, the first name to the first session. */
export async function assignProviders(page: Page, names: readonly string[]): Promise<void> {
  await pressLabel(page.getByRole('radio', { name: 'Per session', exact: true }));
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Providers per session' });
  for (const [index, name] of names.entries()) {
    await dialog
      .getByRole('combobox', { name: `Provider of session ${index + 1}, choice 1`, exact: true })
      .selectOption(name);
  }
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(dialog).toBeHidden();
}

export interface SingleForm {
  patient: string;
  clinic: string;
  service: string;
  provider: string;
  date: string;
}

/** An empty form for one session, filled but for the time; answers the patient's name. */
export async function fillSingle(page: Page, form: SingleForm): Promise<string> {
  await page.goto('/bookings/new?kind=single');
  await untilAlive(page);
  const patient = await choosePatient(page, form.patient);
  await page.getByRole('combobox', { name: 'Clinic', exact: true }).selectOption(form.clinic);
  await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption(form.service);
  await providerBox(page).selectOption(form.provider);
  await typeDate(page, 'Date', form.date);
  return patient;
}

/** Waits until the form hears what is typed: React marks the elements that it has taken over. */
const untilAlive = (page: Page) =>
  page.waitForFunction(() => {
    const box = document.querySelector('input[role=combobox]');
    return box !== null && Object.keys(box).some((key) => key.startsWith('__reactProps'));
  });

/** The times that are offered for a single session; each is a radio button. */
export const freeTimes = (page: Page): Locator =>
  page.getByRole('region', { name: 'Free times', exact: true }).getByRole('radio');

/** Where a radio button or a box is drawn by its label, the label is what a finger meets. */
export const pressLabel = (control: Locator): Promise<void> =>
  control.locator('xpath=ancestor::label').click();

const providerBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Provider', exact: true });
export const sessionsField = (page: Page): Locator => page.getByRole('spinbutton', { name: 'Sessions' });
export const lengthField = (page: Page): Locator => page.getByRole('spinbutton', { name: 'Length' });
export const notesField = (page: Page): Locator => page.getByRole('textbox', { name: 'Notes' });
export const patientBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Patient' });

export async function choosePatient(page: Page, letters: string): Promise<string> {
  await patientBox(page).pressSequentially(letters);
  const found = page.getByRole('listbox');
  // While nothing is found yet, the words that say so are an option too.
  const first = found.getByRole('option', { name: letters }).first();
  // The list is there, clipped to nothing, before it has found its place; a press through it would close it.
  await expect(first).toBeInViewport();
  await first.click();
  await expect(found).toBeHidden();
  return patientBox(page).inputValue();
}

/** Types a date as one does: day, month, year, without separators. */
export async function typeDate(page: Page, field: DateName, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await dateField(page, field).getByRole('spinbutton').first().click();
  await page.keyboard.type(`${day}${month}${year}`);
}

type DateName = 'From' | 'Until' | 'Date';

export const dateField = (page: Page, field: DateName): Locator =>
  page.getByRole('group', { name: new RegExp(`^${field}\\b`) });

export const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 768;

/** On a phone the plan is one tap away; elsewhere it is in sight. */
export async function showPlan(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: /See plan$/ }).click();
}

export async function showForm(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: /Back to form$/ }).click();
}

export const planTable = (page: Page): Locator => page.getByRole('table', { name: 'Planned sessions' });

/** The rows of the plan on the screen. */
export async function readPlan(page: Page): Promise<PlannedSession[]> {
  return planTable(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const [number = '', day = '', time = ''] = [...row.children].map((cell) => cell.textContent ?? '');
        // Below the provider stands the room.
        const provider = row.children[3]?.querySelector('bdi')?.textContent ?? '';
        return {
          number: Number(number.replace('changed', '')),
          day,
          time,
          provider,
          isMarked: number.includes('changed'),
        };
      }),
    );
}

/** Waits until the plan is just this. Marks of what has changed are there for a moment only. */
export async function expectPlan(
  page: Page,
  planned: readonly Omit<PlannedSession, 'isMarked'>[],
): Promise<void> {
  await expect
    .poll(() => readPlan(page))
    .toEqual(planned.map((row) => ({ ...row, isMarked: expect.any(Boolean) })));
}

/** Dates as the plan says them, in this browser's words. */
export const dayNames = (page: Page, dates: readonly string[]): Promise<string[]> =>
  page.evaluate((all) => {
    const day = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
    return all.map((date) => day.format(new Date(`${date}T00:00Z`)));
  }, dates);

export const saveButton = (page: Page): Locator => page.getByRole('button', { name: /^Save \d+ sessions?/ });

/** Waits for the page of the package that was saved; answers its number. */
export async function savedPackage(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/packages\/[\w-]+$/);
  const number = page.getByText(/^PKG-\d{8}-\d{4}$/).first();
  await expect(number).toBeVisible();
  return (await number.textContent()) ?? '';
}

/** `4 scheduled` and the like, of the package on the screen. */
export const progressOf = (page: Page): Locator => page.getByRole('region', { name: 'Progress' });

/** How many packages of a patient begin on a day, as the list counts them. */
export async function countPackages(
  page: Page,
  { patient, from }: { patient: string; from: string },
): Promise<number> {
  const query = new URLSearchParams({ q: patient, from, to: from });
  await page.goto(`/packages?${query}`);
  const counted = page.getByText(/^(No package matches|\d+ packages? match(es)?)$/);
  await expect(counted).toBeVisible();
  return Number.parseInt((await counted.textContent()) ?? '', 10) || 0;
}
