import type { Purge } from '../jobs';

/** Used codes go as well: a partner repeats within seconds, and after the code's ten minutes the card is bound. */
export const purges: Purge[] = [
  { collection: 'bind_codes', keptMs: 24 * 3_600_000 },
  { collection: 'unbound_cards' },
];
