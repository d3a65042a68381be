import type { ReactNode } from 'react';

type TimeChoiceProps = {
  name: string;
  isChosen: boolean;
  /** Free, but not as the package wishes. */
  isAgainst?: boolean;
  onChoose: () => void;
  children: ReactNode;
};

/** One offered time; those of one name are chosen from. */
export function TimeChoice({ name, isChosen, isAgainst, onChoose, children }: TimeChoiceProps) {
  return (
    <label
      className={`target flex min-h-control cursor-pointer items-center justify-center rounded border bg-surface px-2 py-1 font-medium transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent has-checked:text-accent-on has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${isAgainst ? 'border-dashed border-edge text-soft' : 'border-edge/50'}`}
    >
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} className="sr-only" />
      {children}
    </label>
  );
}
