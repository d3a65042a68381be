// The photographs side by side: a page to scroll through, and one picture per look for a quick glance.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import type { Shot } from './photograph';

const STYLE = `
  body { font: 14px/1.4 system-ui, sans-serif; margin: 16px; background: #e7e5e4; color: #1c1917 }
  h2 { margin: 24px 0 8px; font-size: 20px }
  .row { display: flex; gap: 16px; align-items: flex-start; flex-wrap: wrap }
  figure { margin: 0 } img { display: block; background: #fff; outline: 1px solid #a8a29e }
  figcaption { padding: 4px 0 } .fault { color: #b91c1c; font-weight: 600 }
`;
/** On a sheet of 1600, three desks, four tablets or six telephones stand side by side. */
const WIDTHS = { '1440': 512, '1024': 380, '390': 245 } as const;

/** @returns the pictures: one for each language, theme and size */
export async function writeContactSheets(
  browser: Browser,
  folder: string,
  shots: readonly Shot[],
): Promise<string[]> {
  const byPage = Map.groupBy(shots, ({ page }) => page);
  await writeFile(join(folder, 'index.html'), sheet(byPage, nameOfLook));
  const page = await browser.newPage({ viewport: { width: 1600, height: 600 } });
  const pictures: string[] = [];
  for (const [look, ofLook] of Map.groupBy(shots, nameOfLook)) {
    const html = join(folder, `sheet-${look}.html`);
    await writeFile(
      html,
      sheet(new Map([[look, ofLook]]), (shot) => shot.page),
    );
    await page.goto(pathToFileURL(html).href);
    const picture = join(folder, `sheet-${look}.png`);
    await page.screenshot({ path: picture, fullPage: true });
    pictures.push(picture);
  }
  await page.close();
  return pictures;
}

const nameOfLook = ({ look: { language, theme, size } }: Shot) => `${language}-${theme}-${size}`;

function sheet(groups: ReadonlyMap<string, readonly Shot[]>, captionOf: (shot: Shot) => string): string {
  const rows = [...groups].map(
    ([name, shots]) =>
      `<h2>${name}</h2><div class="row">${shots.map((shot) => figure(shot, captionOf(shot))).join('')}</div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Photographs</title><style>${STYLE}</style>${rows.join('\n')}</html>\n`;
}

function figure({ file, look, faults }: Shot, caption: string): string {
  const width = WIDTHS[look.size];
  const complaint = faults.length > 0 ? ` <span class="fault">${escapeHtml(faults.join('; '))}</span>` : '';
  return `<figure style="width: ${width}px"><a href="${file}"><img src="${file}" width="${width}" alt="${caption}"></a><figcaption>${caption}${complaint}</figcaption></figure>`;
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
