import type { Database, Platform } from '../../platform';
import { type Parameters, parametersProblem, versionAt } from './rules';
import { type ParametersDocument, parameterVersions } from './store';

/** A new version is known to every running function after at most this long; so add it that much before it starts. */
const KEPT_MS = 60_000;

/** Enough to hold the one in force and any that starts within `KEPT_MS`. */
const VERSIONS_READ = 20;

interface Kept {
  readAtMs: number;
  versions: ParametersDocument[];
}

const keptFor = new WeakMap<Database, Kept>();

/**
 * The parameters in force now. They are read at most once a minute for each process, together with those that start
 * within the next one, so a version that was added in time takes effect everywhere at its own millisecond.
 * No database call, or one.
 */
export async function currentParameters(platform: Platform): Promise<Parameters> {
  const nowMs = platform.nowMs();
  const kept = keptFor.get(platform.database);
  const fresh = kept && nowMs >= kept.readAtMs && nowMs < kept.readAtMs + KEPT_MS;
  const versions = fresh ? kept.versions : await readVersions(platform, nowMs);
  const current = versionAt(versions, nowMs);
  if (!current) throw new Error('No version of the parameters is in force.');
  return current;
}

async function readVersions(platform: Platform, nowMs: number): Promise<ParametersDocument[]> {
  const versions = await platform.database.find(parameterVersions, {
    where: { activeFromMs: { upTo: nowMs + KEPT_MS } },
    orderBy: [['activeFromMs', 'desc']],
    limit: VERSIONS_READ,
  });
  const usable = versions.filter(version => isUsable(platform, version));
  keptFor.set(platform.database, { readAtMs: nowMs, versions: usable });
  return usable;
}

/** A version with a mistake in it is passed over for the one before, and said so: the product goes on. */
function isUsable(platform: Platform, version: ParametersDocument): boolean {
  const problem = parametersProblem(version);
  if (problem) platform.log('parameters.unusable', { version: version._id, problem });
  return problem === null;
}
