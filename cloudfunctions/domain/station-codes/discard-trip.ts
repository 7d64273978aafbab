import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { stationTrips } from './store';

/** The rider gives up a trip that was begun by mistake, or whose exit was forgotten. Nothing is paid. Five database calls. */
export const discardStationTrip = (
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<Record<string, never>> =>
  answerOnce(platform, request, async transaction => {
    const trip = await transaction.get(stationTrips, uid);
    if (trip?.entry) await transaction.update(stationTrips, uid, { entry: null });
    return {};
  });
