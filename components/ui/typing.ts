const WRITTEN_IN = 'input:not([type=radio], [type=checkbox]), textarea, select, [role=spinbutton]';

/** Whether a key pressed there writes something. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(WRITTEN_IN));
}

/** Whether something lies over the page, which has keys of its own. */
export const isCovered = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether it asks to take something back: by its letter where the keyboard writes Latin ones, else by its place. */
export function isUndoKey(event: Pressed): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return false;
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === 'z' : event.code === 'KeyZ';
}
