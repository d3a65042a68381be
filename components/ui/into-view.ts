/** As a `ref`: what appears beyond the edge of a dialog is brought into sight once. */
export function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
