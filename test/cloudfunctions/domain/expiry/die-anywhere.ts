import type { Platform } from '../../../../cloudfunctions/platform';
import { Killed, type SealDatabase } from '../seals/seal-database';
import type { TimeWorld } from './time-world';

export type Process = Platform & { database: SealDatabase };

/** What is drawn anew with each try, and hashes over it; chains are verified by themselves. */
const withoutDraws = (text: string): string =>
  text.replace(/\d{26}/g, 'drawn').replace(/[0-9a-f]{64}/g, 'hash');

/** Where two texts part. */
function partingOf(found: string, wanted: string): string {
  const at = [...found].findIndex((letter, place) => letter !== wanted[place]);
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 200);
  return `${around(found)}\ninstead of\n${around(wanted)}`;
}

/** All documents as they can be compared between a world in which somebody died and one in which nobody did. */
export const contentsOf = (world: TimeWorld): string =>
  withoutDraws(
    JSON.stringify(
      [...world.documents.snapshot()]
        .filter(([name, texts]) => name !== 'answers' && texts.size > 0)
        .map(([name, texts]) => [name, [...texts.values()].map(withoutDraws).sort()])
        .sort(),
    ),
  );

/**
 * Lets a process die before and after each of its calls while it acts, and acts again twice. Each time what is left has
 * to be what is left where nobody died, and the ledger has to be sound. Answers how many calls there were.
 */
export async function dieAnywhere<World extends TimeWorld>(
  start: World,
  act: (world: World, process: Process) => Promise<unknown>,
  compared: (world: World) => string = contentsOf,
): Promise<number> {
  const calm = start.copy() as World;
  const whole = calm.process();
  await act(calm, whole);
  await act(calm, calm.process());
  const wanted = compared(calm);
  const { calls } = whole.database;
  for (let call = 0; call < calls; call += 1) {
    for (const when of ['before', 'after'] as const) {
      const world = start.copy() as World;
      const killed = world.process();
      killed.database.killAt = { call, when };
      await act(world, killed).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await act(world, world.process());
      await act(world, world.process());
      const found = compared(world);
      if (found !== wanted) throw new Error(`killed ${when} call ${call}:\n${partingOf(found, wanted)}`);
      const faults = await world.faults();
      if (faults.length > 0) throw new Error(`killed ${when} call ${call}: ${JSON.stringify(faults)}`);
    }
  }
  return calls;
}
