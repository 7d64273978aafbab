import type { Random } from '../random';
import type { LabelledTrack, TrackPoint } from '../track';

/** One way of pretending. */
export interface FakeKind {
  why: string;
  count: number;
  /** @param honest the tracks before the fakes, as a cheat may have got hold of one */
  pretend: (random: Random, honest: readonly LabelledTrack[]) => Pretence;
}

export interface Pretence {
  points: TrackPoint[];
  /** What is special about this one. */
  detail?: string;
}
