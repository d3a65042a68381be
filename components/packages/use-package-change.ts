import { useRef, useState } from 'react';
import { useUndo } from '@/components/ui/undo';
import type { Result } from '@/lib/result/result';
import type { PackageRefusal } from './package-to-change';

/** Why a package was not changed; nothing typed is lost in any of them. */
export type PackageProblem = PackageRefusal | { kind: 'network' };

interface Told {
  message: string;
  changeId: string;
}

/** Changes a package once, however often it is pressed, and says what was done, with a way back. */
export function usePackageChange() {
  const undo = useUndo();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<PackageProblem | null>(null);
  const isBusy = useRef(false);

  async function run<T>(
    work: () => Promise<Result<T, PackageRefusal>>,
    tell: (value: T) => Told,
  ): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setPending(true);
    setProblem(null);
    // An answer that was lost on the way: the version makes sure that sending it again does nothing twice.
    const answer = await work().catch(() => ({ ok: false as const, error: { kind: 'network' as const } }));
    isBusy.current = false;
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.error);
      return false;
    }
    undo.offer(tell(answer.value));
    return true;
  }

  return { isPending, problem, forget: () => setProblem(null), run };
}
