/** What the phone remembers of the rider's open trip between two stations, so that home can show it without a call. */
export interface RememberedTrip {
  station: string;
  enteredAtMs: number;
  endsAtMs: number;
}

const KEY = 'copy:open-station-trip';

/** Null: none is open. */
export function rememberOpenTrip(trip: RememberedTrip | null): void {
  if (trip === null) wx.removeStorageSync(KEY);
  else wx.setStorageSync(KEY, trip);
}

/** The trip that can still be ended at this time; null when none is known. */
export function rememberedOpenTrip(nowMs: number): RememberedTrip | null {
  const trip = wx.getStorageSync(KEY) as RememberedTrip | '';
  return trip !== '' && nowMs < trip.endsAtMs ? trip : null;
}
