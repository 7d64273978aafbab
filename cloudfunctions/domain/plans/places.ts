import { Refusal } from '../../contract/errors';
import type { PlaceKind, PlanPlace } from '../../contract/plans';
import type { Platform, Transaction } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { networkOf } from '../network';
import { locate } from './locate';
import { type Favourite, favouritePlaces } from './store';

/** More than anybody picks from at a glance. */
export const MOST_PLACES = 10;

export type FavouriteView = Omit<Favourite, 'agreedAtMs'>;

const viewsOf = (places: readonly Favourite[]): FavouriteView[] =>
  places.map(({ agreedAtMs: _, ...view }) => view);

/** The places that the rider has kept. One database call. */
export async function listPlaces(platform: Platform, uid: string): Promise<FavouriteView[]> {
  return viewsOf((await platform.database.get(favouritePlaces, uid))?.places ?? []);
}

/** The station by the network's own name, or the point as coarse as it is kept. */
function keptPlace(city: string, place: PlanPlace): PlanPlace {
  const found = locate(networkOf(city), place);
  if (!found) throw new Refusal('PLAN_UNFIT', { field: 'place', reason: '没有找到这个车站，请从列表里选' });
  if (found.station !== null) return { station: found.station };
  return { name: found.name, longitude: found.longitude, latitude: found.latitude };
}

/** Home and work are there once; the same name again is the same place. */
const isReplaced = (one: Favourite, { kind, name }: { kind: PlaceKind; name: string }): boolean =>
  kind === 'other' ? one.kind === 'other' && one.name === name : one.kind === kind;

const read = async (transaction: Transaction, uid: string): Promise<Favourite[]> =>
  (await transaction.get(favouritePlaces, uid))?.places ?? [];

/** A document without a place is none. */
async function write(
  transaction: Transaction,
  uid: string,
  before: readonly Favourite[],
  places: Favourite[],
): Promise<void> {
  if (before.length === 0) await transaction.add(favouritePlaces, { _id: uid, places });
  else if (places.length === 0) await transaction.remove(favouritePlaces, uid);
  else await transaction.update(favouritePlaces, uid, { places });
}

export interface SavePlace {
  uid: string;
  city: string;
  kind: PlaceKind;
  name: string;
  place: PlanPlace;
}

/**
 * Keeps a place that the rider has agreed to keep. Exactly once by the request's key; 5 database calls. Errors:
 * `PLAN_UNFIT` for an unknown station, `PLACE_LIMIT`, `IDEMPOTENCY_CONFLICT`.
 */
export async function savePlace(
  platform: Platform,
  { uid, city, kind, name, place }: SavePlace,
  request: RequestKey,
): Promise<FavouriteView[]> {
  const kept = keptPlace(city, place);
  return answerOnce(platform, request, async transaction => {
    const before = await read(transaction, uid);
    const others = before.filter(one => !isReplaced(one, { kind, name }));
    if (others.length >= MOST_PLACES) {
      const reason = `最多保存 ${MOST_PLACES} 个地点，请先删除一个`;
      throw new Refusal('PLACE_LIMIT', { reason });
    }
    const agreedAtMs = platform.nowMs();
    const places = [...others, { placeId: platform.randomId(), kind, name, place: kept, agreedAtMs }];
    await write(transaction, uid, before, places);
    return viewsOf(places);
  });
}

/** Forgets a place, or all of them; forgetting what is gone already is fine. 4 or 5 database calls. */
export const forgetPlace = (
  platform: Platform,
  { uid, placeId }: { uid: string; placeId: string | undefined },
  request: RequestKey,
): Promise<FavouriteView[]> =>
  answerOnce(platform, request, async transaction => {
    const before = await read(transaction, uid);
    const places = before.filter(one => placeId !== undefined && one.placeId !== placeId);
    if (places.length < before.length) await write(transaction, uid, before, places);
    return viewsOf(places);
  });
