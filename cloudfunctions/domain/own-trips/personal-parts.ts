import { beijingMinute } from '../../platform/beijing-time';
import { type PersonalPart, removeAll } from '../personal-parts';
import { listOwnTrips } from './list-own-trips';
import { type OwnTrip, ownTripMonths, ownTrips } from './store';

const TRIPS_A_PAGE = 200;

const stateTexts: Readonly<Record<OwnTrip['state'], string>> = {
  paid: '已入账',
  refused: '未入账',
  replaced: '已换成核验的出行',
  elsewhere: '已声明计入其他机制',
};

/** Nobody outside relies on an own trip, so all of it goes; the ledger keeps what was paid, by the uid only. */
const own: PersonalPart<OwnTrip> = {
  kind: 'own-trips',
  collections: ['own_trips', 'own_trip_months'],
  count: (platform, uid) => platform.database.count(ownTrips, { uid }),
  async page(platform, uid, cursor) {
    const page = await listOwnTrips(platform, uid, { cursor, limit: TRIPS_A_PAGE });
    return { rows: page.trips, nextCursor: page.nextCursor };
  },
  sheet: {
    name: 'own-trips',
    head: ['日期', '开始时间', '结束时间', '方式', '来源', '里程（米）', '奖励积分', '状态', '原因', '编号'],
    row: ({ day, fromMs, toMs, mode, source, distanceMetres, bonus, state, reasons, _id }) => [
      day,
      beijingMinute(fromMs),
      beijingMinute(toMs),
      mode,
      source,
      distanceMetres,
      bonus,
      stateTexts[state],
      reasons.map(({ text }) => text).join('；'),
      _id,
    ],
  },
  async forget(platform, uid, deadlineMs) {
    if (!(await removeAll(platform, ownTrips, { uid }, deadlineMs))) return false;
    const months = { _id: { from: `${uid}:`, below: `${uid};` } };
    return removeAll(platform, ownTripMonths, months, deadlineMs);
  },
};

export const personalParts: readonly PersonalPart[] = [own];
