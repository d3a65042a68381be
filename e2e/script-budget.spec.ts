import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures';
import { PAGES } from './pages';

/** What a page may ask the browser to load and run before it answers, compressed. */
const MOST_BYTES = 250_000;
for (const { name, role, path, follow, below = '' } of PAGES) {
  test(`${name} sends less than ${MOST_BYTES / 1000} kB of script at first`, async ({ page, signIn }) => {
    if (role) await signIn(role);
    let html = await (await page.request.get(path)).text();
    if (follow !== undefined) {
      const [, folder = ''] = /href\^="(\/\w+\/)"/.exec(follow) ?? [];
      const address = new RegExp(`href="(${folder}[\\w-]+)"`).exec(html)?.[1];
      if (address === undefined) throw new Error(`${path} has no link to ${folder}.`);
      html = await (await page.request.get(`${address}${below}`)).text();
    }
    const addresses = new Set(
      [...html.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)]
        // Sent to browsers of another age only.
        .filter(([tag]) => !/nomodule/i.test(tag))
        .map(([, address = '']) => address.replaceAll('&amp;', '&')),
    );
    expect(addresses.size).toBeGreaterThan(0);
    let bytes = 0;
    for (const address of addresses) bytes += gzipSync(await (await page.request.get(address)).body()).length;
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
}
