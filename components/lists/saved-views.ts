import type { Result } from '@/lib/result/result';

export interface SavedView {
  id: string;
  version: number;
  name: string;
  query: string;
  isDefault: boolean;
}

/** Why something was not done; the fault of a field stands beside it. */
type Refusal = { kind: string; fields?: Readonly<Record<string, { code: string }>>; view?: SavedView };

export interface ViewActions {
  saveView: (input: {
    list: string;
    name: string;
    query: string;
  }) => Promise<Result<{ viewId: string }, Refusal>>;
  changeView: (input: {
    viewId: string;
    version: number;
    name: string;
    query: string;
    isDefault: boolean;
  }) => Promise<Result<unknown, Refusal>>;
  deleteView: (input: { viewId: string; version: number }) => Promise<Result<unknown, Refusal>>;
}

export type ViewTask = { kind: 'save' } | { kind: 'rename' | 'delete'; view: SavedView };
