import { personalParts as answersParts } from '../domain/answers';
import { personalParts as benefitsParts } from '../domain/benefits';
import { personalParts as bindingsParts } from '../domain/bindings';
import { personalParts as claimsParts } from '../domain/claims';
import { personalParts as donationsParts } from '../domain/donations';
import { personalParts as inboxParts } from '../domain/inbox';
import { personalParts as ownTripsParts } from '../domain/own-trips';
import { exportsPart, ledgerPart } from '../domain/personal-data';
import type { PersonalPart } from '../domain/personal-parts';
import { personalParts as plansParts } from '../domain/plans';
import { personalParts as rateLimitsParts } from '../domain/rate-limits';
import { personalParts as reportsParts } from '../domain/reports';
import { personalParts as ridersParts } from '../domain/riders';
import { personalParts as ridesParts } from '../domain/rides';
import { personalParts as stationCodesParts } from '../domain/station-codes';
import { personalParts as stepsParts } from '../domain/steps';
import { personalParts as subscriptionsParts } from '../domain/subscriptions';
import { personalParts as tracksParts } from '../domain/tracks';

/**
 * Everything that is kept about riders. They are forgotten in this order: trips before notices, because taking back a trip
 * that is not forgotten yet writes a notice.
 */
export const personalParts: readonly PersonalPart[] = [
  ...ridersParts,
  ...bindingsParts,
  ...reportsParts,
  ...ridesParts,
  ...tracksParts,
  ...ownTripsParts,
  ...stationCodesParts,
  ...claimsParts,
  ledgerPart,
  ...donationsParts,
  ...plansParts,
  ...stepsParts,
  ...benefitsParts,
  ...inboxParts,
  ...subscriptionsParts,
  ...answersParts,
  ...rateLimitsParts,
  exportsPart,
];
