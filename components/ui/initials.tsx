type InitialsProps = { name: string; className?: string };

/** First letters of the first and last name, whatever the script. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  // Code points, not units: a letter outside the basic plane must not be cut in half.
  return picked
    .map((word) => [...(word ?? '')][0] ?? '')
    .join(/\p{Script=Arabic}/u.test(name) ? '\u200C' : '');
}

/** Decoration beside a name that is written out. Drawn, not written, so that it is no part of any button's name. */
export function Initials({ name, className = '' }: InitialsProps) {
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      className={`before:content-[attr(data-initials)] inline-flex size-7 shrink-0 select-none items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase ${className}`}
    />
  );
}
