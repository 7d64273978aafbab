import { collections as factorCollections } from '../../../../cloudfunctions/domain/factors/collections';
import { networkOf } from '../../../../cloudfunctions/domain/network';
import {
  agreeToScans,
  discardStationTrip,
  enterStation,
  leaveStation,
  posterText,
  readStationTrip,
  screenCode,
  withdrawFromScans,
} from '../../../../cloudfunctions/domain/station-codes';
import { type StationTrip, stationTrips } from '../../../../cloudfunctions/domain/station-codes/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { TimeWorld } from '../expiry/time-world';

export const CITY = 'shenzhen';
export const MINUTE_MS = 60_000;
const KEY = 'ab'.repeat(32);

/** Where a phone is. */
export interface Where {
  longitude: number;
  latitude: number;
  accuracyMetres: number;
}

export function placeAt(station: string, north = 0): Where {
  const { longitude, latitude } = networkOf(CITY)!.stations.find(({ name }) => name === station)!;
  // A degree of latitude is some 111,195 m long.
  return { longitude, latitude: latitude + north / 111_195, accuracyMetres: 20 };
}

/** Riders with phones, posters and screens at stations, and a clock that can be set. */
export class StationWorld extends TimeWorld {
  private requests = 0;

  constructor() {
    super();
    for (const { name, seed = [] } of factorCollections) {
      for (const document of seed) this.documents.of(name).set(document._id, JSON.stringify(document));
    }
  }

  override copy(): StationWorld {
    const copy = new StationWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  override process(behindMs = 0) {
    const variable = (name: string) => (name === 'STATION_KEY' ? KEY : CITY);
    return Object.assign(super.process(behindMs), { variable }) as ReturnType<TimeWorld['process']>;
  }

  request(uid: string, name?: string) {
    this.requests += 1;
    return { uid, request: { key: `station:${uid}:${name ?? this.requests}`, hash: 'h' } };
  }

  poster(station: string, edition = 1): string {
    return posterText(this.process(), CITY, { station, edition });
  }

  screen(station: string): string {
    return screenCode(this.process(), CITY, station).text;
  }

  agree(uid: string) {
    return agreeToScans(this.process(), this.request(uid));
  }

  withdraw(uid: string) {
    return withdrawFromScans(this.process(), this.request(uid));
  }

  /** Somebody who stands where the code hangs, unless it is said where. */
  enter(
    uid: string,
    station: string,
    change: { code?: string; where?: Where; name?: string; process?: Platform } = {},
  ) {
    return enterStation(change.process ?? this.process(), this.scan(uid, station, change));
  }

  leave(
    uid: string,
    station: string,
    change: { code?: string; where?: Where; name?: string; process?: Platform } = {},
  ) {
    return leaveStation(change.process ?? this.process(), this.scan(uid, station, change));
  }

  scan(uid: string, station: string, change: { code?: string; where?: Where; name?: string } = {}) {
    const { code = this.poster(station), where = placeAt(station), name } = change;
    return { ...this.request(uid, name), city: CITY, code, ...where };
  }

  discard(uid: string, name?: string, process: Platform = this.process()) {
    return discardStationTrip(process, this.request(uid, name));
  }

  read(uid: string) {
    return readStationTrip(this.process(), { uid, city: CITY });
  }

  stored(uid: string): StationTrip | undefined {
    return this.documents.all(stationTrips).find(({ _id }) => _id === uid);
  }

  pass(minutes: number): void {
    this.nowMs += minutes * MINUTE_MS;
  }
}
