import { Refusal } from '../../contract/errors';
import { type Permission, permissionNames } from '../../contract/permissions';
import type { Conditions, Platform } from '../../platform';
import { type ApprovalSummary, summaryOf } from './approval-view';
import type { Viewer } from './desk';
import { asOf, mayDecide } from './rules';
import { type Approval, approvals } from './store';

export type Which = 'decide' | 'mine' | 'all';

/** Without the payload and what is said about it, which can be long. */
const listedFields: readonly (keyof Approval)[] = [
  'kind',
  'title',
  'state',
  'requesterId',
  'concerns',
  'steps',
  'requestedAtMs',
  'dueAtMs',
  'decideWithinMs',
  'escalated',
  'timeline',
];

/** Reads at most for one page of what waits for the viewer. */
const READS_A_PAGE = 4;
/** More open approvals than these are not counted. */
const MOST_COUNTED = 200;

/**
 * Approvals, latest first: those that wait for the viewer's decision, that he asked for, or all (`FORBIDDEN` without the
 * right to read all). A page can be shorter than asked for while there is a next one. One database call; up to four
 * where many that he could decide are his own.
 */
export async function listApprovals(
  platform: Platform,
  viewer: Viewer,
  { which, cursor, limit }: { which: Which; cursor: string | null; limit: number },
): Promise<{ approvals: ApprovalSummary[]; nextCursor: string | null }> {
  if (which === 'all' && !viewer.readsAll) throw new Refusal('FORBIDDEN');
  const isShown = (approval: Approval) => which !== 'decide' || mayDecide(approval, viewer);
  const shown: Approval[] = [];
  let from = cursor;
  for (let reads = 0; reads < READS_A_PAGE && shown.length < limit; reads += 1) {
    const found = await read(platform, conditionsOf(which, viewer), from, limit + 1);
    const kept = found.map(approval => asOf(approval, platform.nowMs())).filter(isShown);
    const space = limit - shown.length;
    shown.push(...kept.slice(0, space));
    if (kept.length > space) return pageOf(shown, viewer, shown.at(-1)!.timeline);
    if (found.length <= limit) return pageOf(shown, viewer, null);
    from = found.at(-1)!.timeline;
  }
  return pageOf(shown, viewer, from);
}

const pageOf = (shown: readonly Approval[], viewer: Viewer, nextCursor: string | null) => ({
  approvals: shown.map(approval => summaryOf(approval, viewer)),
  nextCursor,
});

const read = (platform: Platform, where: Conditions, cursor: string | null, limit: number) =>
  platform.database.find(approvals, {
    where: { ...where, ...(cursor !== null && { timeline: { below: cursor } }) },
    orderBy: [['timeline', 'desc']],
    limit,
    fields: listedFields,
  });

function conditionsOf(which: Which, viewer: Viewer): Conditions {
  if (which === 'all') return {};
  if (which === 'mine') return { requesterId: viewer.personId };
  return { openFor: { oneOf: openForViewer(viewer) } };
}

/**
 * What the open step of an approval that he may decide can say: him, what he holds, or what so few hold that all of them
 * may be involved. The rule decides about each one.
 */
function openForViewer({ personId, holders }: Viewer): string[] {
  const fewest = 6;
  const isPossible = (permission: Permission) => {
    const ids = holders[permission] ?? [];
    return ids.includes(personId) || ids.length <= fewest;
  };
  return [`person:${personId}`, ...permissionNames.filter(isPossible).map(name => `permission:${name}`)];
}

/** How many wait for the viewer's decision, and how many of his own are open; 200 at most. Two database calls. */
export async function countApprovals(
  platform: Platform,
  viewer: Viewer,
): Promise<{ toDecide: number; mine: number }> {
  const [open, own] = await Promise.all([
    read(platform, conditionsOf('decide', viewer), null, MOST_COUNTED),
    read(platform, { requesterId: viewer.personId, state: 'pending' }, null, MOST_COUNTED),
  ]);
  const now = (found: readonly Approval[]) => found.map(approval => asOf(approval, platform.nowMs()));
  return {
    toDecide: now(open).filter(approval => mayDecide(approval, viewer)).length,
    mine: now(own).filter(({ state }) => state === 'pending').length,
  };
}
