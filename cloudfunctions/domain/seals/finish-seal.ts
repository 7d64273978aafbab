import { treeRoot } from '../../../miniprogram/proof';
import { type Collection, isDatabaseError, type Platform } from '../../platform';
import { addFlows, addIntakes, addLate } from './add-flows';
import type { Sealing } from './leaves-of-day';
import type { Intake } from './sealed-log';
import { type Seal, type SealedIntake, sealedIntakes, sealId, seals } from './store';
import { type Summary, walkSummaries } from './walk-chunks';

/** Writes what follows from the day's chunks; whoever comes second finds it written and it is the same. */
async function addOnce<T extends { _id: string }>(
  platform: Platform,
  collection: Collection<T>,
  document: T,
): Promise<void> {
  try {
    await platform.database.add(collection, document);
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate')) throw error;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function sealOf({ log, day, previousRoot }: Sealing, chunks: readonly Summary[], sealedAtMs: number): Seal {
  const late = addLate(chunks.flatMap(chunk => chunk.late));
  const entryCount = sum(chunks.map(chunk => chunk.entryCount));
  const accounts = sum(chunks.map(chunk => chunk.heads));
  const lateCount = sum(late.map(({ count }) => count));
  return {
    _id: sealId(log.kind, day),
    kind: log.kind,
    day,
    root: treeRoot(chunks.map(({ root }) => root)),
    previousRoot,
    leafCount: 1 + entryCount + lateCount + accounts,
    entryCount,
    lateCount,
    late,
    accounts,
    sums: addFlows(chunks.flatMap(({ sums }) => sums)),
    sealedAtMs,
  };
}

const sealedIntakeOf = (sealedOn: string, intake: Intake): SealedIntake => ({
  _id: `${sealedOn}:${intake.day}:${intake.origin}`,
  ...intake,
  sealedOn,
  isPooled: false,
});

/**
 * Writes the seal of a day whose chunks are all there, after what its intakes got. One database call for each thousand chunks,
 * one for each intake and origin, and one for the seal.
 */
export async function finishSeal(platform: Platform, sealing: Sealing): Promise<void> {
  const { log, day } = sealing;
  const chunks: Summary[] = [];
  for await (const chunk of walkSummaries(platform, log.kind, day)) chunks.push(chunk);
  for (const intake of addIntakes(chunks.flatMap(({ intakes }) => intakes))) {
    await addOnce(platform, sealedIntakes, sealedIntakeOf(day, intake));
  }
  await addOnce(platform, seals, sealOf(sealing, chunks, platform.nowMs()));
}
