import type { Evidence, Place } from './store';

/** Where somebody went in or out, without the time. */
export const placeOf = ({ atMs: _, ...place }: Evidence['entry']): Place => place;
