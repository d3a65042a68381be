'use client';

import { Keyboard, LogOut, MonitorX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { startTransition } from 'react';
import { Initials } from '@/components/ui/initials';
import { Menu } from '@/components/ui/menu';
import { languageNames, languages } from '@/messages/languages';
import { setShortcuts, useShortcutsOn } from './shortcut-setting';
import { useLanguage } from './use-language';

export type ShellUser = {
  name: string;
  role: string;
  /** The role in the user's language. */
  roleLabel: string;
};

type AccountMenuProps = {
  user: ShellUser;
  showShortcuts: () => void;
  signOut: () => Promise<unknown>;
  signOutEverywhere: () => Promise<unknown>;
};

export function AccountMenu({ user, showShortcuts, signOut, signOutEverywhere }: AccountMenuProps) {
  const t = useTranslations('shell');
  const { theme, setTheme } = useTheme();
  const [language, chooseLanguage] = useLanguage();
  const areShortcutsOn = useShortcutsOn();

  function run(action: () => Promise<unknown>) {
    startTransition(async () => {
      await action();
    });
  }

  return (
    <Menu
      label={t('account', { name: user.name })}
      trigger={<Initials name={user.name} className="size-8" />}
      groups={[
        {
          id: 'theme',
          title: t('theme'),
          selected: theme ?? 'system',
          onSelect: setTheme,
          entries: [
            { id: 'system', label: t('themeSystem') },
            { id: 'light', label: t('themeLight') },
            { id: 'dark', label: t('themeDark') },
          ],
        },
        {
          id: 'language',
          title: t('language'),
          selected: language,
          onSelect: (id) => {
            const next = languages.find((known) => known === id);
            if (next) chooseLanguage(next);
          },
          entries: languages.map((id) => ({ id, label: languageNames[id], lang: id })),
        },
        {
          id: 'shortcuts',
          title: t('shortcuts'),
          selected: areShortcutsOn ? 'on' : 'off',
          onSelect: (id) => setShortcuts(id === 'off' ? 'off' : 'on'),
          entries: [
            { id: 'on', label: t('shortcutsOn') },
            { id: 'off', label: t('shortcutsOff') },
          ],
        },
        {
          id: 'help',
          entries: [
            {
              id: 'keys',
              label: t('help.show'),
              icon: <Keyboard aria-hidden className="size-4" />,
              onAction: showShortcuts,
            },
          ],
        },
        {
          id: 'session',
          title: `${user.name} · ${user.roleLabel}`,
          entries: [
            {
              id: 'out',
              label: t('signOut'),
              icon: <LogOut aria-hidden className="size-4 rtl:-scale-x-100" />,
              onAction: () => run(signOut),
            },
            {
              id: 'everywhere',
              label: t('signOutEverywhere'),
              icon: <MonitorX aria-hidden className="size-4" />,
              onAction: () => run(signOutEverywhere),
            },
          ],
        },
      ]}
    />
  );
}
