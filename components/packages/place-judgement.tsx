import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { SessionPlaces } from '@/lib/packages/replan/session-places';
import type { Breach } from '@/lib/planning/breach';
import { useRuleWords } from './place-words';

type PlaceJudgementProps = {
  judged: SessionPlaces['judged'];
  timeZone: string;
  providerName: string;
  isAccepted: boolean;
  onAccept: (isAccepted: boolean) => void;
};

/**
 * Whether the chosen place holds, and if not, why; what is only a wish can be gone against. It stands with the
 * buttons of the dialog: in sight however long the lists of free times are, and over none of the fields.
 */
export function PlaceJudgement({ judged, isAccepted, onAccept, ...place }: PlaceJudgementProps) {
  const t = useTranslations('replan.place');
  const say = useRuleWords(place);
  if (!judged) return null;
  const { hard, soft } = judged;
  return (
    <output className="flex basis-full flex-col gap-2 pb-2">
      {hard.length + soft.length === 0 ? (
        <Line tone="bg-done-soft" icon={<CircleCheck aria-hidden className="size-4 text-done" />}>
          {t('fits')}
        </Line>
      ) : null}
      {hard.length > 0 ? (
        <Line tone="bg-danger-soft" icon={<CircleAlert aria-hidden className="size-4 text-danger" />}>
          <Rules breaches={hard} say={say} />
        </Line>
      ) : null}
      {soft.length > 0 ? (
        <Line tone="bg-warn-soft" icon={<TriangleAlert aria-hidden className="size-4 text-warn" />}>
          <Rules breaches={soft.map((code) => ({ code, by: null }))} say={say} />
          {hard.length === 0 ? (
            <Checkbox
              label={t('accept')}
              checked={isAccepted}
              onChange={(event) => onAccept(event.target.checked)}
            />
          ) : null}
        </Line>
      ) : null}
    </output>
  );
}

type RulesProps = { breaches: readonly Breach<string>[]; say: (breach: Breach<string>) => string };

function Rules({ breaches, say }: RulesProps) {
  return (
    <ul className="flex flex-col gap-1">
      {breaches.map((breach) => (
        <li key={`${breach.code} ${breach.by?.start}`}>{say(breach)}</li>
      ))}
    </ul>
  );
}

function Line({ tone, icon, children }: { tone: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div className={`flex gap-3 rounded px-4 py-2.5 text-work ${tone}`}>
      <span className="flex h-5 shrink-0 items-center coarse:h-6">{icon}</span>
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
