import { type ReductionFactor, reductionOf, sharedFactor } from '../../../miniprogram/proof';
import type { PartnerRide } from '../../contract/partner';
import type { FactorRow } from '../factors';
import type { Problem } from './measure-ride';
import type { Evidence } from './store';

/** The one mode whose emission is shared among those who travel. */
export const SHARED_MODE = 'carpool';

/** Somebody alone in a car avoids nothing. */
export const FEWEST_OCCUPANTS = 2;

/** The factor that this very ride is paid by: the row's own, but for a shared car. */
export function factorForRide(
  { mode, occupants = 0, detourMetres = 0, carTripId }: PartnerRide,
  row: FactorRow,
  metres: number,
): ReductionFactor | Problem {
  if (mode !== SHARED_MODE) return row;
  if (occupants < FEWEST_OCCUPANTS) return { code: 'NO_OCCUPANTS', field: 'occupants' };
  // Without it nobody could tell whether those who shared the car were as many as each of them is paid by.
  if (carTripId === undefined) return { code: 'NO_SHARED_CAR', field: 'carTripId' };
  const factor = sharedFactor(row, { occupants, metres, detourMetres });
  return reductionOf(factor) > 0 ? factor : { code: 'NO_REDUCTION', field: 'detourMetres' };
}

/** What of a shared car belongs to the evidence; nothing for other modes. */
export const sharingOf = ({
  mode,
  occupants = 0,
  detourMetres = 0,
}: PartnerRide): Pick<Evidence, 'occupants' | 'detourMetres'> =>
  mode === SHARED_MODE ? { occupants, detourMetres } : {};
