import type { Platform } from '../../../platform';
import { pendingApproval } from '../../approvals';
import { versionAt } from '../rules';
import type { ParametersDocument } from '../store';
import { changesBetween } from './apply-changes';
import type { Definition } from './definition';
import { definitionOf, groups } from './definitions';
import { findVersions, isUsable } from './find-versions';

/** Versions that are looked through for the one in force, and the most that the history shows. */
const VERSIONS_READ = 100;

export interface ListedParameter extends Omit<Definition, 'read' | 'write'> {
  value: number;
  /** What a version that has not started yet will make of it. */
  next: { value: number; activeFromMs: number } | null;
  pendingApprovalId: string | null;
}

export interface ListedVersion {
  version: number;
  activeFromMs: number;
  approvalId: string | null;
  changes: { path: string; label: string; before: number; after: number }[];
}

export interface ParametersList {
  /** The one in force. */
  version: number;
  groups: { title: string; parameters: ListedParameter[] }[];
  history: ListedVersion[];
}

const listed = (
  { read, write: _, ...words }: Definition,
  current: ParametersDocument,
  latest: ParametersDocument,
  pendingApprovalId: string | null,
): ListedParameter => ({
  ...words,
  value: read(current),
  next: read(latest) === read(current) ? null : { value: read(latest), activeFromMs: latest.activeFromMs },
  pendingApprovalId,
});

const historyOf = (versions: readonly ParametersDocument[]): ListedVersion[] =>
  versions.map(({ version, activeFromMs, approvalId = null }, index) => {
    const before = versions[index + 1];
    const changes = before ? changesBetween(before, versions[index]!) : [];
    const named = changes.map(change => ({
      ...change,
      label: definitionOf(change.path)?.label ?? change.path,
    }));
    return { version, activeFromMs, approvalId, changes: named };
  });

/**
 * Every parameter with its value now, and the latest versions with what each changed against the one before. While a
 * change is asked for no other one can be, so every parameter names that approval. Two database calls.
 */
export async function listParameters(platform: Platform): Promise<ParametersList> {
  const [found, pending] = await Promise.all([
    findVersions(platform, VERSIONS_READ),
    pendingApproval(platform, 'parameters'),
  ]);
  const versions = found.filter(isUsable);
  const current = versionAt(versions, platform.nowMs());
  const latest = versions[0];
  if (!current || !latest) throw new Error('No version of the parameters is in force.');
  return {
    version: current.version,
    groups: groups.map(({ title, definitions }) => ({
      title,
      parameters: definitions.map(one => listed(one, current, latest, pending)),
    })),
    history: historyOf(versions),
  };
}
