import { useRef, useState } from 'react';
import { useUndo } from '@/components/ui/undo';
import { newId } from '@/lib/ids/new-id';
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
  const named = useRef({ input: '', changeId: '' });

  /** Sent again as it was, it has the name that it had; changed by a letter, it is another change. */
  function nameOf(input: object): string {
    const text = JSON.stringify(input);
    if (named.current.input !== text) named.current = { input: text, changeId: newId() };
    return named.current.changeId;
  }

  async function run<I extends object, T>(
    input: I,
    send: (input: I & { changeId: string }) => Promise<Result<T, PackageRefusal>>,
    tell: (value: T) => Told,
  ): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setPending(true);
    setProblem(null);
    // An answer that was lost on the way: by the name, sending it again does nothing twice and answers the same.
    const sent = { ...input, changeId: nameOf(input) };
    const answer = await send(sent).catch(() => ({
      ok: false as const,
      error: { kind: 'network' as const },
    }));
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
