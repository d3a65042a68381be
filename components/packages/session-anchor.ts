/** Where a session stands on its package's page. Sessions that are told together stand at the first of them. */
export const placeOfSession = (number: number): string => `session-${number}`;
