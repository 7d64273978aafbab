import type { Conditions, Platform } from '../../../platform';
import { type StaffMember, staffMembers } from '../store';

const PAGE = 500;

/** All members that the conditions hold for, in the order of ids. One call for each five hundred. */
export async function allMembers(platform: Platform, where: Conditions): Promise<StaffMember[]> {
  const all: StaffMember[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await platform.database.find(staffMembers, {
      where: { ...where, ...(last && { _id: { above: last._id } }) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** For people: active ones first, each group by department and name. */
export const inReadingOrder = (members: readonly StaffMember[]): StaffMember[] =>
  members.toSorted(
    (left, right) =>
      Number(left.state === 'removed') - Number(right.state === 'removed') ||
      left.department.localeCompare(right.department, 'zh') ||
      left.name.localeCompare(right.name, 'zh') ||
      (left._id < right._id ? -1 : 1),
  );
