// The photographs side by side: a page to scroll through, and one picture per look for a quick glance.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import type { Shot } from './photograph';

const STYLE = `
  body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; background: #e7e5e4; color: #1c1917 }
  h2 { margin: 32px 0 8px; font-size: 20px }
  .row { display: flex; gap: 16px; align-items: flex-start; flex-wrap: wrap }
  figure { margin: 0 } img { display: block; background: #fff; outline: 1px solid #a8a29e }
  figcaption { padding: 4px 0; max-width: 40ch } .fault { color: #b91c1c; font-weight: 600 }
`;
/** Wide screens are shown smaller, so that one row holds a page in all its sizes. */
const WIDTHS = { '1440': 720, '1024': 512, '390': 240 } as const;

export async function writeContactSheets(
  browser: Browser,
  folder: string,
  shots: readonly Shot[],
): Promise<string[]> {
  const pages = [...Map.groupBy(shots, ({ page }) => page)];
  await writeFile(join(folder, 'index.html'), sheet(pages));
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  const pictures: string[] = [];
  for (const [look, ofLook] of Map.groupBy(
    shots,
    ({ look: { language, theme } }) => `${language}-${theme}`,
  )) {
    const html = join(folder, `sheet-${look}.html`);
    await writeFile(html, sheet([...Map.groupBy(ofLook, (shot) => shot.page)]));
    await page.goto(pathToFileURL(html).href);
    const picture = join(folder, `sheet-${look}.png`);
    await page.screenshot({ path: picture, fullPage: true });
    pictures.push(picture);
  }
  await page.close();
  return pictures;
}

function sheet(pages: readonly (readonly [string, readonly Shot[]])[]): string {
  const rows = pages.map(
    ([name, shots]) => `<h2>${name}</h2><div class="row">${shots.map(figure).join('')}</div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Photographs</title><style>${STYLE}</style>${rows.join('\n')}</html>\n`;
}

function figure({ file, look, faults }: Shot): string {
  const caption = `${look.language}, ${look.theme}, ${look.size}`;
  const complaint = faults.length > 0 ? ` <span class="fault">${escapeHtml(faults.join('; '))}</span>` : '';
  return `<figure><a href="${file}"><img src="${file}" width="${WIDTHS[look.size]}" alt="${caption}"></a><figcaption>${caption}${complaint}</figcaption></figure>`;
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
