import type { Route } from 'next';

/** Where `g` and then a letter lead. */
export type GoTo = { letter: string; href: Route; label: string };
