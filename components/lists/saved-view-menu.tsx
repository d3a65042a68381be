'use client';

import { Bookmark, BookmarkPlus, Pencil, RefreshCw, Star, Trash2 } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Menu } from '@/components/ui/menu';
import type { MenuGroup } from '@/components/ui/menu-entry';
import { showToast } from '@/components/ui/toast';
import type { SavedView, ViewActions, ViewTask } from './saved-views';

// Most visits open no dialog.
const SavedViewDialog = lazy(() => import('./saved-view-dialog'));

type SavedViewMenuProps = {
  list: 'packages' | 'appointments' | 'patients';
  views: readonly SavedView[];
  /** The view that the list was opened with. */
  currentId: string | null;
  /** The filters as they are now, as an address says them. */
  query: string;
  actions: ViewActions;
};

/** The views that this user keeps for a list: open one, keep this one, or see to the one that is open. */
export function SavedViewMenu({ list, views, currentId, query, actions }: SavedViewMenuProps) {
  const t = useTranslations('lists.views');
  const router = useRouter();
  const [task, setTask] = useState<ViewTask | null>(null);
  const current = views.find(({ id }) => id === currentId) ?? null;
  // In another order it is still everything.
  const isWhole = [...new URLSearchParams(query).keys()].every((name) => name === 'sort');
  const isChanged = current !== null && current.query !== query;

  const open = (id: string) => {
    const view = views.find((one) => one.id === id);
    const address = new URLSearchParams(view?.query ?? '');
    address.set('view', view?.id ?? 'all');
    router.push(`/${list}?${address}` as Route);
  };

  async function change(view: SavedView, { message, ...patch }: Partial<SavedView> & { message: string }) {
    const { id: viewId, version, name, isDefault } = { ...view, ...patch };
    const done = await actions.changeView({
      viewId,
      version,
      name,
      isDefault,
      query: patch.query ?? view.query,
    });
    await showToast({ message: done.ok ? message : t('notDone') });
    router.refresh();
  }

  const groups: MenuGroup[] = [
    {
      id: 'views',
      selected: current?.id ?? (isWhole ? 'all' : undefined),
      onSelect: open,
      entries: [
        { id: 'all', label: t(`all.${list}`) },
        ...views.map(({ id, name, isDefault }) => ({
          id,
          label: name,
          description: isDefault ? t('isDefault') : undefined,
        })),
      ],
    },
    {
      id: 'tasks',
      entries: [
        ...(current && isChanged
          ? [
              {
                id: 'update',
                label: t('update', { name: current.name }),
                icon: <RefreshCw aria-hidden className="size-4" />,
                onAction: () =>
                  void change(current, { query, message: t('updated', { name: current.name }) }),
              },
            ]
          : []),
        {
          id: 'save',
          label: t('save'),
          icon: <BookmarkPlus aria-hidden className="size-4" />,
          onAction: () => setTask({ kind: 'save' }),
        },
        ...(current ? tasksOf(current) : []),
      ],
    },
  ];

  function tasksOf(view: SavedView) {
    const { name, isDefault } = view;
    return [
      {
        id: 'rename',
        label: t('rename'),
        icon: <Pencil aria-hidden className="size-4" />,
        onAction: () => setTask({ kind: 'rename', view }),
      },
      {
        id: 'default',
        label: isDefault ? t('unsetDefault') : t('setDefault'),
        icon: <Star aria-hidden className="size-4" />,
        onAction: () =>
          void change(view, {
            isDefault: !isDefault,
            message: isDefault ? t('defaultUnset') : t('defaultSet', { name }),
          }),
      },
      {
        id: 'delete',
        label: t('delete'),
        icon: <Trash2 aria-hidden className="size-4" />,
        isDestructive: true,
        onAction: () => setTask({ kind: 'delete', view }),
      },
    ];
  }

  return (
    <>
      <Menu
        label={current ? t('labelOf', { name: current.name }) : t('label')}
        variant="secondary"
        isIconOnly={false}
        trigger={
          <>
            <Bookmark aria-hidden className="size-4" />
            <span className="max-w-40 truncate">{current ? current.name : t('label')}</span>
            {isChanged ? <span className="text-sm font-normal text-soft">{t('changed')}</span> : null}
          </>
        }
        groups={groups}
      />
      {task ? (
        <Suspense>
          <SavedViewDialog
            list={list}
            task={task}
            query={query}
            actions={actions}
            onClose={() => setTask(null)}
            onOpen={(id) => {
              const address = new URLSearchParams(query);
              address.set('view', id);
              router.replace(`/${list}?${address}` as Route);
              router.refresh();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
