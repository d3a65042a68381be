import { useRef, useState } from 'react';
import { useUndo } from '@/components/ui/undo';
import type { VisitAnswer, VisitRefusal } from './visit';

/** Why a visit was not changed; nothing typed is lost in any of them. */
export type VisitProblem = VisitRefusal | { kind: 'network' };

interface VisitChange {
  isPending: boolean;
  problem: VisitProblem | null;
  forget: () => void;
  /** Changes the visit once, however often it is pressed; answers whether it was done. */
  run: (work: () => Promise<VisitAnswer>, message: string) => Promise<boolean>;
}

/** Changes a visit and offers the way back, or tells why not. */
export function useVisitChange(): VisitChange {
  const undo = useUndo();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<VisitProblem | null>(null);
  const isBusy = useRef(false);

  async function run(work: () => Promise<VisitAnswer>, message: string): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setPending(true);
    setProblem(null);
    // An action that never answered was lost on the way, there or back: sent again it is not done twice.
    const answer = await work().catch(() => ({ ok: false as const, error: { kind: 'network' as const } }));
    isBusy.current = false;
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.error);
      return false;
    }
    undo.offer({ message, changeId: answer.value.changeId });
    return true;
  }

  return { isPending, problem, forget: () => setProblem(null), run };
}
