import { DAY_MS } from '../../platform/beijing-time';
import { type NoticeOnce, tellOnce } from '../inbox';
import type { Job } from '../jobs';
import { type ExpiringMonths, findExpiring, uidOf } from '../ledger';
import { cursorOf, placeOf } from './place';
import { type DueNotice, dueNotices } from './rules';

/** Accounts with all their lots are some kilobytes each; of each two months at most are told. */
const RIDERS_A_STEP = 100;

function noticesOf(rider: ExpiringMonths, due: readonly DueNotice[]): NoticeOnce[] {
  const uid = uidOf(rider.accountId);
  return due.flatMap(({ month, daysBefore }) => {
    const { carbon = 0, bonus = 0 } = rider.months.find(each => each.month === month)?.amounts ?? {};
    if (carbon + bonus === 0) return [];
    const noticeId = `expiring:${uid}:${month}:${daysBefore}`;
    return [{ noticeId, uid, template: 'credits-expiring', parameters: { month, carbon, bonus } }];
  });
}

/**
 * Tells riders of the credits that end soon, once a day and by day in China. The cursor is the last month and account
 * looked at.
 */
export const announceExpiry: Job = {
  name: 'announce-expiry',
  // Windows of a day begin at midnight UTC, which is eight in the morning in Beijing.
  everyMs: DAY_MS,
  async step(platform, { cursor }) {
    const due = dueNotices(platform.nowMs());
    if (due.length === 0) return { cursor: null };
    const months = due.map(({ month }) => month);
    const found = await findExpiring(platform, months, RIDERS_A_STEP, placeOf(cursor));
    await tellOnce(
      platform,
      found.flatMap(rider => noticesOf(rider, due)),
    );
    const last = found.length === RIDERS_A_STEP ? found.at(-1) : undefined;
    return { cursor: last ? cursorOf({ month: last.nextExpiryOn, accountId: last.accountId }) : null };
  },
};
