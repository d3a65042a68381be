'use client';

import { Ellipsis } from 'lucide-react';
import type { Route } from 'next';
import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Menu } from '@/components/ui/menu';
import { useAwaited } from './awaited-place';

export type Place = {
  href: Route;
  label: string;
  icon: ReactNode;
  /** Other paths that belong to it. */
  holds?: readonly string[];
  /** Small and true, two at most; what is zero is not shown, and on a phone only what is urgent. */
  badges?: readonly PlaceBadge[];
};

export type PlaceBadge = {
  count: number;
  /** The same number in words, for those who listen. */
  label: string;
  tone: 'warn' | 'neutral';
};

const isWithin = (place: string, path: string) => path === place || path.startsWith(`${place}/`);

/** Fingers need this much of a phone's width each. */
const placesOnPhone = 5;

/** A bar below on phones, a narrow rail on tablets, a rail with words on a desk: one list, three shapes. */
export function Navigation({ brand, places }: { brand: ReactNode; places: readonly Place[] }) {
  const t = useTranslations('shell');
  const here = usePathname();
  // What stands there meanwhile is the skeleton of the awaited place.
  const path = useAwaited() ?? here;
  // With more places than fit, the last one on a phone leads to the rest.
  const shown = places.length > placesOnPhone ? placesOnPhone - 1 : placesOnPhone;

  return (
    <nav aria-label={t('navigation')}>
      {brand}
      <ul className="flex md:flex-col md:gap-1">
        {places.map((place, index) => (
          <li key={place.href} className={`flex grow md:grow-0 ${index < shown ? '' : 'max-md:hidden'}`}>
            <PlaceLink
              place={place}
              isHere={[place.href, ...(place.holds ?? [])].some((one) => isWithin(one, path))}
            />
          </li>
        ))}
        {places.length > shown ? (
          <li className="flex grow items-center justify-center md:hidden">
            <Menu
              label={t('morePlaces')}
              trigger={<Ellipsis aria-hidden className="size-5" />}
              placement="top end"
              groups={[
                {
                  id: 'places',
                  entries: places
                    .slice(shown)
                    .map(({ href, label, icon }) => ({ id: href, href, label, icon })),
                },
              ]}
            />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function PlaceLink({ place, isHere }: { place: Place; isHere: boolean }) {
  const { label, icon, href, badges = [] } = place;
  const counted = badges.filter(({ count }) => count > 0);
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={`relative flex min-h-14 grow flex-col items-center justify-center gap-1 rounded text-xs font-medium transition-colors focus-visible:-outline-offset-2 xl:min-h-touch xl:flex-row xl:justify-start xl:gap-3 xl:px-3 xl:text-sm [&_svg]:size-5 xl:[&_svg]:size-[18px] ${
        isHere ? 'text-accent md:bg-accent-soft' : 'text-soft hover:text-ink md:hover:bg-ink/6'
      }`}
    >
      {icon}
      <span>{label}</span>
      <OnTheWay />
      {counted.length > 0 ? (
        <span className="xl:ms-auto xl:flex xl:gap-1">
          {counted.map(({ count, label: words, tone }, index) => (
            <span
              key={words}
              title={words}
              // In the narrow rail two stand around the icon, in the order of the wide one.
              className={`absolute top-1 rounded-full max-xl:bg-paper xl:static xl:m-0 ${index + 1 < counted.length ? 'max-md:start-1/2 max-md:ms-1 md:end-1/2 md:me-2' : 'start-1/2 ms-1 md:ms-2'} ${tone === 'warn' ? '' : 'max-md:sr-only'}`}
            >
              <span aria-hidden>
                <Badge tone={tone}>{count > 99 ? '99+' : count}</Badge>
              </span>
              <span className="sr-only">{words}</span>
            </span>
          ))}
        </span>
      ) : null}
    </Link>
  );
}

/** Shown from the press until the page is there; it has its place beforehand, so that nothing moves. */
function OnTheWay() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden
      data-pending={pending || undefined}
      className="pointer-events-none absolute inset-x-3 bottom-0.5 h-0.5 rounded-full bg-accent opacity-0 data-pending:opacity-100 motion-safe:data-pending:animate-pulse"
    />
  );
}
