import { KEPT_MS, KeptReading, type Platform } from '../../platform';
import { type Parameters, parametersProblem, versionAt } from './rules';
import { type ParametersDocument, parameterVersions } from './store';

/** Enough to hold the one in force and any that starts within `KEPT_MS`. */
const VERSIONS_READ = 20;

/** The version in force and those that start within `KEPT_MS`; so add one that much before it starts. */
const keptVersions = new KeptReading<ParametersDocument[]>(async platform => {
  const versions = await platform.database.find(parameterVersions, {
    where: { activeFromMs: { upTo: platform.nowMs() + KEPT_MS } },
    orderBy: [['activeFromMs', 'desc']],
    limit: VERSIONS_READ,
  });
  return versions.filter(version => isUsable(platform, version));
});

/**
 * The parameters in force now. They are read at most once a minute for each process, together with those that start
 * within the next one, so a version that was added in time takes effect everywhere at its own millisecond.
 * No database call, or one.
 */
export async function currentParameters(platform: Platform): Promise<Parameters> {
  const nowMs = platform.nowMs();
  const current = versionAt(await keptVersions.known(platform), nowMs);
  if (!current) throw new Error('No version of the parameters is in force.');
  return current;
}

/** A version with a mistake in it is passed over for the one before, and said so: the product goes on. */
function isUsable(platform: Platform, version: ParametersDocument): boolean {
  const problem = parametersProblem(version);
  if (problem) platform.log('parameters.unusable', { version: version._id, problem });
  return problem === null;
}
