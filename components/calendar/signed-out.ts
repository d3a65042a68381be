/** The session has ended: what is shown belongs to nobody any more. */
export class SignedOut extends Error {}
