const WRITTEN_IN = 'input:not([type=radio], [type=checkbox]), textarea, select, [role=spinbutton]';

/** Whether a key pressed there writes something. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(WRITTEN_IN));
}

/** Whether something lies over the page, which has keys of its own. */
export const isCovered = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
