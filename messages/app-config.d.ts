import type en from './en';
import type { formats } from './formats';
import type { LocaleTag } from './languages';

// A key that is not in the catalogue does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Locale: LocaleTag;
    Messages: typeof en;
    Formats: typeof formats;
  }
}
