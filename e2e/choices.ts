import type { APIRequestContext } from '@playwright/test';

/** The choices that a page offers in its lists: names to ids. */
export async function optionsOf(person: APIRequestContext, path: string): Promise<Map<string, string>> {
  const html = await (await person.get(path)).text();
  const options = html.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)<\/option>/g);
  return new Map([...options].map(([, id = '', name = '']) => [name, id]));
}

export function named(options: Map<string, string>, name: string): string {
  const id = options.get(name);
  if (id === undefined) throw new Error(`${name} is not offered.`);
  return id;
}
