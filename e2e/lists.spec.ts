import { expect, test } from './fixtures';
import { pressFor } from './visit';

const isPhone = (width: number | undefined) => (width ?? 0) < 768;

test('packages are searched, filtered and cleared, and the address keeps it', async ({ page, signIn }) => {
  await signIn('scheduler');
  await page.goto('/packages');
  const search = page.getByRole('searchbox', { name: 'Search packages' });
  // A field hears what is typed once the page has come alive.
  await expect(async () => {
    await search.fill('zzzz');
    await expect(page).toHaveURL(/q=zzzz/, { timeout: 2_000 });
  }).toPass();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/packages$/);
  await expect(page.getByRole('table', { name: 'Packages' })).toBeVisible();

  if (isPhone(page.viewportSize()?.width)) await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Draft' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/status=DRAFT/);
  const whole = page.getByRole('menuitemradio', { name: 'All packages' });
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(whole).not.toBeChecked();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Status: any status' }).click();
  await expect(page).toHaveURL(/\/packages$/);
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(whole).toBeChecked();
});

test('package and file numbers are whole where columns are narrow', async ({ page, signIn }) => {
  await signIn('scheduler');
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('/packages?view=all');
  const rows = page.getByRole('table', { name: 'Packages' }).getByRole('rowheader');
  await expect(rows.first()).toContainText(/PKG-\d+-\d+ · P-\d+/);
  const cut = await rows.evaluateAll((heads) =>
    heads
      .flatMap((head) => [...head.querySelectorAll('span')])
      .filter(
        ({ textContent, scrollWidth, clientWidth }) =>
          textContent.includes('PKG-') && scrollWidth > clientWidth,
      )
      .filter((line) => getComputedStyle(line).textOverflow === 'ellipsis')
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});

test('a second choice made while the first is loading keeps both', async ({ page, signIn }) => {
  await signIn('scheduler');
  await page.goto('/packages?view=all');
  let answer = () => {};
  const bothChosen = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/attention=1/, async (route) => {
    await bothChosen;
    await route.continue();
  });
  if (isPhone(page.viewportSize()?.width)) await page.getByRole('button', { name: 'Filters' }).click();
  const attention = page.getByRole('button', { name: 'Needs attention' });
  await attention.click();
  await expect(attention).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Ends soon' }).click();
  answer();
  await expect(page).toHaveURL(/attention=1&ending=1/);
});

test('a view is saved, opens first, and is forgotten', async ({ page, signIn }, { project }) => {
  const name = `Drafts on ${project.name} ${Date.now()}`;
  await signIn('admin');
  await page.goto('/patients?open=1&view=all');
  const saveView = page.getByRole('menuitem', { name: 'Save this view…' });
  await pressFor(saveView, page.getByRole('button', { name: 'Views' }));
  await saveView.click();
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=[\w-]{36}/);

  await page.getByRole('button', { name: `View ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(page).toHaveURL(/view=all/);
  await expect(page.getByRole('button', { name: `View ${name}` })).toBeHidden();
});

test('an appointment is found by its patient and opened with Enter', async ({ page, signIn }) => {
  await signIn('viewer');
  await page.goto('/appointments?q=haddad');
  const rows = page.getByRole('table', { name: 'Appointments' }).getByRole('link');
  await expect(rows.first()).toBeVisible();
  await rows.first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/appointments\/[\w-]{36}$/);
});

test('a patient’s page shows packages and visits, and starts a booking for them', async ({
  page,
  signIn,
}) => {
  await signIn('scheduler');
  await page.goto('/patients?open=1&sort=next');
  const first = page.getByRole('table', { name: 'Patients' }).getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'To come' })).toBeVisible();
  await page.getByRole('link', { name: 'Book for this patient' }).click();
  await expect(page).toHaveURL(/\/bookings\/new\?patient=/);
  await expect(page.getByRole('combobox', { name: 'Patient' })).toHaveValue(
    new RegExp(name.split(' ')[0] ?? ''),
  );
});

test('a list comes as a file, of what is shown', async ({ page, signIn }) => {
  await signIn('scheduler');
  const answer = await page.request.get('/exports/packages?status=DRAFT');
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
  // The mark by which spreadsheets know UTF-8; reading it as text takes it away.
  expect([...(await answer.body()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = (await answer.text()).trim().split('\r\n');
  expect(lines[0]).toMatch(/^Number,Status,Patient,/);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines.slice(1)) expect(line).toContain(',Draft,');
});

test('a provider reads their own patients, and books for nobody', async ({ page, signIn }) => {
  await signIn('provider');
  await page.goto('/patients');
  await page.getByRole('table', { name: 'Patients' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Past visits' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book for this patient' })).toBeHidden();
});
