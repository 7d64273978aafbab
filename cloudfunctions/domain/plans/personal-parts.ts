import { type PersonalPart, removeAll } from '../personal-parts';
import { listPlans } from './list-plans';
import { favouritePlaces, plans, planWeeks } from './store';

const PLANS_A_PAGE = 500;

const made: PersonalPart = {
  kind: 'plans',
  collections: ['plans', 'plan_weeks'],
  count: (platform, uid) => platform.database.count(plans, { uid }),
  async page(platform, uid, cursor) {
    const page = await listPlans(platform, { uid, cursor, limit: PLANS_A_PAGE });
    return { rows: page.plans, nextCursor: page.nextCursor };
  },
  async forget(platform, uid, deadlineMs) {
    if (!(await removeAll(platform, plans, { uid }, deadlineMs))) return false;
    return removeAll(platform, planWeeks, { _id: { from: `${uid}:`, below: `${uid};` } }, deadlineMs);
  },
};

const places: PersonalPart = {
  kind: 'places',
  collections: ['favourite_places'],
  async count(platform, uid) {
    return (await platform.database.get(favouritePlaces, uid))?.places.length ?? 0;
  },
  async page(platform, uid) {
    const kept = await platform.database.get(favouritePlaces, uid);
    return { rows: kept?.places ?? [], nextCursor: null };
  },
  forget: (platform, uid, deadlineMs) => removeAll(platform, favouritePlaces, { _id: uid }, deadlineMs),
};

export const personalParts: readonly PersonalPart[] = [made, places];
