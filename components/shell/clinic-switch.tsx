'use client';

import { ChevronDown, MapPin } from 'lucide-react';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Menu } from '@/components/ui/menu';
import { clinicCookie } from './clinic-cookie';

type ClinicSwitchProps = {
  clinics: readonly { id: string; name: string }[];
  workingId: string | null;
  userId: string;
};

/** What belongs to one clinic only; the place in a list goes with it. */
const OF_ONE_CLINIC = ['clinic', 'provider', 'service', 'room', 'after', 'before'];

/** These open with what belongs to the clinic. */
const LISTS = ['/packages', '/appointments'];

/** At which clinic one is working: calendar, today and lists start from it. */
export function ClinicSwitch({ clinics, workingId, userId }: ClinicSwitchProps) {
  const t = useTranslations('shell');
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const chosen = clinics.find(({ id }) => id === workingId);
  if (!chosen || clinics.length < 2) return null;

  function choose(clinicId: string) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser in use
    document.cookie = clinicCookie({ clinicId, userId });
    const rest = new URLSearchParams(search);
    const isNamed = rest.has('clinic');
    for (const name of OF_ONE_CLINIC) rest.delete(name);
    // What is shown follows. A list says it in its address, where it is seen and can be taken away.
    if (LISTS.includes(path) || (isNamed && path === '/patients')) rest.set('clinic', clinicId);
    // It is the page that is shown already, so it exists.
    if (isNamed || rest.has('clinic')) router.push((rest.size > 0 ? `${path}?${rest}` : path) as Route);
    router.refresh();
  }

  return (
    <Menu
      label={t('clinic', { name: chosen.name })}
      isIconOnly={false}
      className="px-2"
      trigger={
        <>
          <MapPin aria-hidden className="size-4 text-soft" />
          <bdi className="max-w-40 truncate max-lg:hidden">{chosen.name}</bdi>
          <ChevronDown aria-hidden className="size-4 text-soft max-lg:hidden" />
        </>
      }
      groups={[
        {
          id: 'clinics',
          title: t('clinics'),
          selected: chosen.id,
          onSelect: choose,
          entries: clinics.map(({ id, name }) => ({
            id,
            label: name,
            // What is shown may have been found only: choosing it makes it a choice.
            onAction: id === chosen.id ? () => choose(id) : undefined,
          })),
        },
      ]}
    />
  );
}
