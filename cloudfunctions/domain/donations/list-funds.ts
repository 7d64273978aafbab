import type { Database, Platform } from '../../platform';
import type { Fund } from './fund';
import { fundProblem } from './fund-problem';
import { funds } from './store';

/** A fund that is added or closed is known to every running function after at most this long. */
const KEPT_MS = 60_000;

/** More than anybody would choose from. */
const FUNDS_READ = 50;

const keptFor = new WeakMap<Database, { readAtMs: number; funds: Fund[] }>();

/** A fund with a mistake in it is left out, and said so: the others stay. */
function isUsable(platform: Platform, fund: Fund): boolean {
  const problem = fundProblem(fund);
  if (problem) platform.log('donations.fund-unusable', { fund: fund._id, problem });
  return problem === null;
}

/** The open funds in their order, read at most once a minute for each process. No database call, or one. */
export async function listFunds(platform: Platform): Promise<Fund[]> {
  const nowMs = platform.nowMs();
  const kept = keptFor.get(platform.database);
  if (kept && nowMs >= kept.readAtMs && nowMs < kept.readAtMs + KEPT_MS) return kept.funds;
  const found = await platform.database.find(funds, {
    where: { isOpen: true },
    orderBy: [['place', 'asc']],
    limit: FUNDS_READ,
  });
  const usable = found.filter(fund => isUsable(platform, fund));
  keptFor.set(platform.database, { readAtMs: nowMs, funds: usable });
  return usable;
}
