import { ArrowRight, Layers2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useUndo } from '@/components/ui/undo';
import { useRefusals } from '@/components/ui/use-refusals';
import { DAY_MS } from '@/lib/time/instant';
import { epochDayOf } from '@/lib/time/local-date';
import { minuteOfDay, timeOfMinute } from '@/lib/time/local-time';
import type { BoardWork } from '../board-work';
import type { Proposal } from './desk';
import { obstacleOf } from './obstacle';
import { Obstacles } from './obstacles';
import { useObstacle } from './use-obstacle';

export interface MoveReasons {
  reason: string;
  overlapReason: string;
}

type ConfirmMoveProps = {
  proposal: Proposal;
  work: BoardWork;
  /** What was entered before about this visit and not sent. */
  entered: MoveReasons;
  onMoved: () => void;
  /** What was entered is kept for the next time, unless it is given up with the move. */
  onGiveUp: (entered?: MoveReasons) => void;
};

/**
 * Asks before a visit is moved: where from, where to, and against what. What the server finds in the way is
 * said here, the board showing the visit back in its place; nothing typed is lost.
 */
export function ConfirmMove({ proposal, work, entered, onMoved, onGiveUp }: ConfirmMoveProps) {
  const t = useTranslations('calendar.move');
  const common = useTranslations('common');
  const { offer } = useUndo();
  const { carried, place, to } = proposal;
  const { appointment, startTime } = carried.card;
  const [reason, setReason] = useState(entered.reason);
  const [overlapReason, setOverlapReason] = useState(entered.overlapReason);
  const form = useRef<HTMLFormElement>(null);
  const { isTried, refuse } = useRefusals(form);
  const [isSaving, setIsSaving] = useState(false);
  const [version, setVersion] = useState(appointment.version);
  const [obstacle, setObstacle] = useObstacle(proposal);
  const isOverlap = obstacle.kind === 'breaks' && obstacle.hard.length > 0;
  const isReasonMissing = isOverlap && overlapReason.trim() === '';
  const mayGoOn = obstacle.kind !== 'final' && !(isOverlap && !(obstacle.isShareable && work.may.overlap));

  const isLengthOnly =
    to.providerId === carried.providerId && to.date === carried.date && to.time === startTime;
  const end = (time: string, minutes: number) => timeOfMinute(minuteOfDay(time) + minutes);
  const newEnd = end(to.time, place.durationMinutes);

  async function move() {
    if (isReasonMissing) return refuse();
    setIsSaving(true);
    const result = await work
      .reschedule({
        appointmentId: appointment.id,
        version,
        providerId: to.providerId,
        date: to.date,
        time: to.time,
        durationMinutes: place.durationMinutes,
        reason,
        accepted: obstacle.kind === 'breaks' ? obstacle.soft.map(({ code }) => code) : [],
        overlapReason: isOverlap ? overlapReason : null,
      })
      .catch(() => null);
    if (result?.ok) {
      offer({
        message: isLengthOnly
          ? t('lengthSaid', { name: appointment.patientName, from: to.time, to: newEnd })
          : t('moved', { name: appointment.patientName, time: to.time }),
        changeId: result.value.changeId,
      });
      await work.refresh();
      return onMoved();
    }
    setIsSaving(false);
    if (result?.error.kind === 'stale') setVersion(result.error.version);
    setObstacle(obstacleOf(result?.error ?? null));
    void work.refresh();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !(isOpen || isSaving) && onGiveUp({ reason, overlapReason })}
      title={t(isLengthOnly ? 'lengthTitle' : 'title', { name: appointment.patientName })}
      closeLabel={common('close')}
    >
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (mayGoOn) void move();
        }}
      >
        <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-3">
          <Spot
            label={t('from')}
            date={carried.date}
            time={`${startTime}–${end(startTime, carried.durationMinutes)}`}
            name={appointment.provider.name}
          />
          <ArrowRight aria-hidden className="size-4 text-soft rtl:-scale-x-100" />
          <Spot label={t('to')} date={to.date} time={`${to.time}–${newEnd}`} name={to.providerName} isNew />
        </div>
        <Obstacles obstacle={obstacle} timeZone={work.timeZone} />
        {mayGoOn ? (
          <>
            {isOverlap ? (
              <TextField
                label={t('overlapReason')}
                value={overlapReason}
                onChange={(event) => setOverlapReason(event.target.value)}
                errors={isTried && isReasonMissing ? [t('overlapReasonMissing')] : undefined}
                maxLength={500}
                autoFocus
              />
            ) : null}
            <TextField
              label={t('reason')}
              mark={common('optional')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              maxLength={500}
            />
          </>
        ) : null}
        <footer className="flex flex-wrap justify-end gap-2 pt-1">
          <Button onClick={() => onGiveUp()} isDisabled={isSaving}>
            {t('keep')}
          </Button>
          {mayGoOn ? (
            <Button
              type="submit"
              variant="primary"
              isPending={isSaving}
              icon={iconOf(isOverlap)}
              autoFocus={!isOverlap}
            >
              {goOn()}
            </Button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  );

  function goOn(): string {
    if (isOverlap) return t('overlap');
    if (obstacle.kind === 'none') return t(isLengthOnly ? 'lengthConfirm' : 'confirm');
    return obstacle.kind === 'passing' ? common('retry') : t('moveAnyway');
  }
}

const iconOf = (isOverlap: boolean): ReactNode =>
  isOverlap ? <Layers2 aria-hidden className="size-4" /> : undefined;

type SpotProps = { label: string; date: string; time: string; name: string; isNew?: boolean };

function Spot({ label, date, time, name, isNew = false }: SpotProps) {
  const format = useFormatter();
  const noon = epochDayOf(date) * DAY_MS + DAY_MS / 2;
  return (
    <dl className="flex min-w-0 flex-col">
      <dt className="text-xs text-soft">{label}</dt>
      <dd className={`text-base font-semibold ${isNew ? 'text-accent' : 'text-soft'}`}>
        <span className="ltr inline-block">{time}</span>
      </dd>
      <dd className="text-sm">{format.dateTime(noon, 'day', { timeZone: 'UTC' })}</dd>
      <dd className="truncate text-sm text-soft">
        <bdi>{name}</bdi>
      </dd>
    </dl>
  );
}
