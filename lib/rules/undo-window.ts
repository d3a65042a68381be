/**
 * How long a change can be taken back. The message that tells the patient of it waits as long, so nobody is
 * told what did not stay.
 */
export const UNDO_MINUTES = 5;
