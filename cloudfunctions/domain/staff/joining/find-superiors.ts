import type { StaffOutput } from '../../../contract/staff/procedures';
import type { Conditions, Platform } from '../../../platform';
import { maskName } from '../../audit';
import { allMembers, inReadingOrder } from '../members/all-members';
import type { StaffMember } from '../store';
import { readTeam } from '../team';

/** As many characters of a staff number as people say. */
const NUMBER = /^[0-9a-z]{8,26}$/;
/** The first text that no number with this beginning reaches. */
const behind = (beginning: string): string => `${beginning}\uffff`;

/** A name has to be known in full: whoever asks is a stranger, and the team is not his to read. */
function conditionsOf(query: string): Conditions | null {
  if (query.length < 2) return null;
  const isNumber = NUMBER.test(query);
  return {
    state: 'active',
    ...(isNumber ? { _id: { from: query, below: behind(query) } } : { name: query }),
  };
}

/** By a number somebody is recognised who is known already; a name is not told for it. */
const shown = ({ _id: staffId, name, department }: StaffMember, query: string) => ({
  staffId,
  name: name === query ? name : maskName(name),
  department,
});

/**
 * Active members of exactly this name or number, as superiors of somebody who applies, and which roles can be asked for.
 * Two calls side by side; one without a query.
 */
export async function findSuperiors(
  platform: Platform,
  { query }: { query: string },
): Promise<StaffOutput<'desk.superiors'>> {
  const conditions = conditionsOf(query);
  const [team, members] = await Promise.all([
    readTeam(platform.database),
    conditions ? allMembers(platform, conditions) : [],
  ]);
  return {
    hasMembers: Object.keys(team.grants).length > 0,
    superiors: inReadingOrder(members).map(member => shown(member, query)),
    roles: Object.entries(team.roles).map(([roleId, { name }]) => ({ roleId, name })),
  };
}
