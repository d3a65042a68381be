import { v7 } from 'uuid';

/** A new random id (UUIDv7: unguessable, yet ascending in time, so that indexes stay compact). */
export const newId = (): string => v7();
