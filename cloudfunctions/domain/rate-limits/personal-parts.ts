import type { PersonalPart } from '../personal-parts';

/** Counts under keyed digests end with their windows; whoever counts under a rider's id forgets it by `forgetUses`. */
const counters: PersonalPart = { kind: 'counters', collections: ['rate_windows', 'rate_histories'] };

export const personalParts: readonly PersonalPart[] = [counters];
