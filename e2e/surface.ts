import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/* Everything that can be asked of the server, read from the files that answer. */
const APP = 'app';

/** `app/(staff)/packages/page.tsx` */
export const listPages = (): string[] => filesBelow(APP).filter((file) => file.endsWith('/page.tsx'));

/** `GET app/api/health/route.ts` */
export const listRoutes = (): string[] =>
  filesBelow(APP)
    .filter((file) => file.endsWith('/route.ts'))
    .flatMap((file) =>
      exportsOf(file)
        .filter((name) => /^[A-Z]+$/.test(name))
        .map((method) => `${method} ${file}`),
    );

/** `app/(staff)/actions.ts#signOutEverywhere`: whatever a file of the server hands to the browser. */
export const listActions = (): string[] =>
  filesBelow(APP)
    .filter((file) => /^\s*['"]use server['"]/m.test(read(file)))
    .flatMap((file) => exportsOf(file).map((name) => `${file}#${name}`));

/** The address under which the built product knows each action, by the names of `listActions`. */
export function actionIds(): Map<string, string> {
  const built = join(process.env.NEXT_DIST_DIR ?? '.next', 'server', 'server-reference-manifest.json');
  // Next.js writes it; these are the two fields that name an action.
  const { node }: { node: Record<string, { filename: string; exportedName: string }> } = JSON.parse(
    read(built),
  );
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]),
  );
}

const read = (file: string) => readFileSync(file, 'utf8');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function exportsOf(file: string): string[] {
  const text = read(file);
  const declared = text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm);
  const listed = text.matchAll(/^export \{([^}]*)\}/gm);
  return [
    ...[...declared].map(([, name = '']) => name),
    ...[...listed].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim().split(' as ').at(-1) ?? ''),
    ),
  ].filter((name) => name !== '' && name !== 'dynamic');
}
