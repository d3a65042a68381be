/** How large a package may be; known to the form before the schemas are there. */
export const MIN_SESSIONS = 2;
export const MAX_SESSIONS = 100;
export const MAX_WINDOW_DAYS = 366;
export const DEFAULT_WINDOW_DAYS = 90;
export const MAX_NOTES_LENGTH = 4000;
