/**
 * Tracks of which we know how they came about, to measure rules by. They are drawn from what is generally known of streets,
 * vehicles and phones, and must not be fitted to any rule: then they would no longer say whether it is good.
 */
import type { FakeKind } from './fakes/fake-kind';
import { mockAppFakes } from './fakes/mock-apps';
import { shapeFakes } from './fakes/shapes';
import { stretchedDriveFakes } from './fakes/stretched-drives';
import { tamperedRideFakes } from './fakes/tampered-rides';
import { bikeKinds } from './labels/bikes';
import { busKinds } from './labels/buses';
import { carKinds } from './labels/cars';
import { takeTrip } from './labels/take-trip';
import { walkKinds } from './labels/walks';
import { Random } from './random';
import type { LabelledTrack } from './track';

export type { Label, LabelledTrack, TrackPoint } from './track';

const honestKinds = [...walkKinds, ...bikeKinds, ...carKinds, ...busKinds];
const fakeKinds: readonly FakeKind[] = [
  ...mockAppFakes,
  ...shapeFakes,
  ...stretchedDriveFakes,
  ...tamperedRideFakes,
];

const each = <T extends { count: number; why: string }>(kinds: readonly T[]): { kind: T; name: string }[] =>
  kinds.flatMap(kind =>
    Array.from({ length: kind.count }, (_, index) => ({ kind, name: `${kind.why}, ${index}` })),
  );

/** The same seed gives the same tracks, on every machine. */
export function generateTracks(seed: number): LabelledTrack[] {
  const random = new Random(seed);
  const honest = each(honestKinds).map(({ kind, name }) => takeTrip(kind, random.fork(name)));
  const fakes = each(fakeKinds).map(({ kind, name }): LabelledTrack => {
    const { points, detail } = kind.pretend(random.fork(name), honest);
    return { label: 'fake', why: detail ? `${kind.why}: ${detail}` : kind.why, points };
  });
  return [...honest, ...fakes];
}
