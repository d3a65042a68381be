import { createContext, type ReactNode, useContext } from 'react';
import { NotLoaded } from './not-loaded';

interface MissingWords {
  message: string;
  retryLabel: string;
  closeLabel: string;
}

/** What is said of something pressed whose code could not be fetched: the same on every page. */
export const MissingContext = createContext<MissingWords | null>(null);

/** For `ShowLater`: says that it is missing, with a way to try again. */
export function useMissing(onClose: () => void): (again: () => void) => ReactNode {
  const words = useContext(MissingContext);
  if (!words) throw new Error('useMissing stands outside of MissingContext.');
  return (again) => <NotLoaded {...words} onRetry={again} onClose={onClose} />;
}
