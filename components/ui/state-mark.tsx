import { type State, StateGlyph, stateColour } from './state-glyph';

type StateMarkProps = {
  state: State;
  label: string;
  /** Where the word would be noise, as in a calendar card; it is still there for those who listen. */
  isGlyphOnly?: boolean;
  className?: string;
};

/** A state as shape, colour and word. */
export function StateMark({ state, label, isGlyphOnly = false, className = '' }: StateMarkProps) {
  const word = isGlyphOnly ? 'sr-only' : state === 'CANCELLED' ? 'line-through' : '';
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 whitespace-nowrap text-sm font-medium ${stateColour[state]} ${className}`}
    >
      <StateGlyph state={state} className="size-4 self-center" />
      <span className={word}>{label}</span>
    </span>
  );
}
