import type { Platform, Transaction } from '../../platform';
import { LAPSE_MS } from './rules';
import { type StaffTeam, staffTeam, TEAM_ID } from './store';

/** The team's document, which the installation was made with. One call. */
export async function readTeam(reader: Pick<Platform['database'], 'get'> | Transaction): Promise<StaffTeam> {
  const team = await reader.get(staffTeam, TEAM_ID);
  if (!team) throw new Error('The collection staff_team has lost its document.');
  return team;
}

type TeamChange = Partial<Pick<StaffTeam, 'roles' | 'grants' | 'lapsed' | 'usedClaimHashes'>>;

/** Writes what has changed of a team that this transaction has read. One call. */
export const changeTeam = (transaction: Transaction, team: StaffTeam, change: TeamChange): Promise<void> =>
  transaction.update(staffTeam, TEAM_ID, { ...change, version: team.version + 1 });

/** Takes all roles of an active member, whom the two-person rule counts for a while all the same. */
export const withoutMember = (team: StaffTeam, staffId: string, nowMs: number): TeamChange => {
  const grants = withGrant(team, staffId, null);
  const roleIds = team.grants[staffId];
  const kept = Object.entries(team.lapsed ?? {}).filter(([, { untilMs }]) => nowMs < untilMs);
  const lapsed = roleIds ? { [staffId]: { roleIds, untilMs: nowMs + LAPSE_MS } } : {};
  return { grants, lapsed: { ...Object.fromEntries(kept), ...lapsed } };
};

/** The grants with these roles for one member; null takes all. */
export function withGrant(
  { grants }: StaffTeam,
  staffId: string,
  roleIds: readonly string[] | null,
): Record<string, string[]> {
  const { [staffId]: _before, ...others } = grants;
  return roleIds === null ? others : { ...others, [staffId]: [...roleIds] };
}
