import type { StationScan } from './station-trips';

/** Why there was no scan: the person closed the camera, did not allow the position, or the phone does not know it. */
export type ScanFailure = 'cancelled' | 'not-allowed' | 'no-position';

export class ScanError extends Error {
  constructor(readonly failure: ScanFailure) {
    super(failure);
    this.name = 'ScanError';
  }
}

/** GPS needs a moment after the pocket. */
const POSITION_WAIT_MS = 4_000;

const failed = (failure: ScanFailure) => (): never => {
  throw new ScanError(failure);
};

/**
 * Scans a code with the camera and then asks where the phone is, once, in WGS-84 as the stations are. A picture from the
 * album is none: the code hangs in front of the rider. Throws `ScanError`.
 */
export async function scanStation(): Promise<StationScan> {
  const { result } = await wx
    .scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    .catch(failed('cancelled'));
  const { longitude, latitude, accuracy } = await wx
    .getLocation({ type: 'wgs84', isHighAccuracy: true, highAccuracyExpireTime: POSITION_WAIT_MS })
    .catch((error: { errMsg?: string }) =>
      failed(/auth|deny|denied|privacy/.test(error.errMsg ?? '') ? 'not-allowed' : 'no-position')(),
    );
  return { code: result.slice(0, 300), longitude, latitude, accuracyMetres: accuracy };
}
