import { awaitPage } from '@/components/shell/awaited-place';

/** Next.js calls this whenever a page is asked for, whatever asks. */
export function onRouterTransitionStart(address: string): void {
  awaitPage(address);
}
