/**
 * Average kilometres an hour, from entry to exit, that no trip exceeds. They are to refuse what cannot have happened,
 * not what is unusual: a refusal costs an honest rider his credits.
 */
export const fastestKmAnHour: ReadonlyMap<string, number> = new Map([
  // Trains reach 120 km/h on lines 11, 14 and 20 at most, and they stop, and riders walk from and to the gates.
  ['metro', 80],
  // Buses may drive 100 km/h on an expressway (道路交通安全法实施条例, article 78), where no stop lies.
  ['bus', 70],
  // What GB 17761-2018 lets an e-bike reach at most; hardly anybody averages as much on a shared bike.
  ['shared-bike', 25],
  ['shared-e-bike', 25],
  // The most that cars may drive on a motorway (道路交通安全法实施条例, article 78); nobody averages it door to door.
  ['nev', 120],
  ['carpool', 120],
]);

/** For a mode that a factor set knows before this table does: nothing on the ground is faster on average. */
export const FASTEST_OF_ANY_KM_AN_HOUR = 120;

/** Between two gates lie stairs, a platform and a train: even one stop takes a minute. Other modes have no gates. */
export const SHORTEST_RAIL_MS = 60_000;
const shortestMs: ReadonlyMap<string, number> = new Map([['metro', SHORTEST_RAIL_MS]]);

/** Whether somebody can have come `metres` far in that time. */
export function isPlausibleSpeed(mode: string, metres: number, durationMs: number): boolean {
  if (durationMs < (shortestMs.get(mode) ?? 0)) return false;
  // Metres a millisecond times 3,600 is kilometres an hour; multiplied out it stays within whole numbers.
  return metres * 3_600 <= (fastestKmAnHour.get(mode) ?? FASTEST_OF_ANY_KM_AN_HOUR) * durationMs;
}
