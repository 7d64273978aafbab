import type { Database, Platform } from '../../platform';
import { checkFactorSet } from './check-factor-set';
import type { FactorSet } from './factor-set';
import { factorSets } from './store';

/** A new set is known to every running function after at most this long; so add it that much before its first day. */
const KEPT_MS = 60_000;

/** More versions than a city will ever see. */
const SETS_READ = 100;

interface Kept {
  readAtMs: number;
  sets: FactorSet[];
}

const keptFor = new WeakMap<Database, Map<string, Kept>>();

/**
 * Every set of a city, the one with the latest first day first; past ones too, because rides come late. They are read
 * at most once a minute for each process: no database call, or one. Throws `FactorSetError`.
 */
export async function listFactorSets(platform: Platform, city: string): Promise<FactorSet[]> {
  const nowMs = platform.nowMs();
  const cities = keptFor.get(platform.database) ?? new Map<string, Kept>();
  keptFor.set(platform.database, cities);
  const kept = cities.get(city);
  if (kept && nowMs >= kept.readAtMs && nowMs < kept.readAtMs + KEPT_MS) return kept.sets;
  const sets = await readSets(platform, city);
  cities.set(city, { readAtMs: nowMs, sets });
  return sets;
}

async function readSets(platform: Platform, city: string): Promise<FactorSet[]> {
  const sets = await platform.database.find(factorSets, {
    where: { city },
    orderBy: [['validFromDay', 'desc']],
    limit: SETS_READ,
  });
  return sets.map(checkFactorSet);
}
