import type { Purge } from '../jobs';

export const purges: Purge[] = [
  { collection: 'tracks' },
  { collection: 'track_segments' },
  { collection: 'track_marks' },
];
