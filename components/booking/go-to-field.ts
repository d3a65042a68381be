const FOCUSABLE = 'input:not([type=hidden]):not(:disabled), select, textarea, button, [tabindex="0"]';

/** Puts the focus into a field, or into the first control of a group, wherever it is folded away. */
export function goToField(id: string): void {
  const field = document.getElementById(id);
  if (!field) return;
  const folded = field.closest('details');
  if (folded) folded.open = true;
  const control = field.matches(FOCUSABLE) ? field : field.querySelector<HTMLElement>(FOCUSABLE);
  const target = control ?? field;
  target.focus({ preventScroll: true });
  // In the middle: bars stand above and below, and what belongs to the field stands under it.
  target.scrollIntoView({ block: 'center' });
}
