import { countedMembersOf } from '../rules';
import type { StaffTeam } from '../store';

/** How many have to agree to what is risky for the whole team. */
export const TWO = 2;

/**
 * How many can agree at most: two, or as many active members as are not involved, and never fewer than one. A small
 * team says so in the differences that are read before deciding.
 */
export const agreeingMembers = (team: StaffTeam, involved: readonly string[], nowMs: number): number => {
  const free = countedMembersOf(team, nowMs).filter(staffId => !involved.includes(staffId));
  return Math.max(1, Math.min(TWO, free.length));
};

/** A line that says that a small team cannot have two; none otherwise. */
export const fewerLine = (agreeing: number) =>
  agreeing < TWO
    ? [{ label: '审批人数', before: `${TWO}`, after: `${agreeing}（团队人数不足，按两人团队规则）` }]
    : [];
