import { purges as answersPurges } from '../../domain/answers';
import { expireApprovals, remindDeciders, runDueEffects } from '../../domain/approvals';
import { returnBenefits } from '../../domain/benefits';
import { purges as bindingsPurges, finishWithdrawals } from '../../domain/bindings';
import { postDonations } from '../../domain/donations';
import { announceExpiry, expireMonths, lapseHolds } from '../../domain/expiry';
import { type Job, purgeExpired } from '../../domain/jobs';
import { purges as partnersPurges } from '../../domain/partners';
import { closeDueAccounts, tendExports } from '../../domain/personal-data';
import { purges as plansPurges, settlePlans, tellWeeks } from '../../domain/plans';
import { purges as rateLimitsPurges } from '../../domain/rate-limits';
import { purges as reportsPurges, tendReports } from '../../domain/reports';
import { purges as ridersPurges } from '../../domain/riders';
import { creditDueTokens, purges as ridesPurges } from '../../domain/rides';
import { poolSealedIntake, sealDay } from '../../domain/seals';
import { disableIdle, purges as staffPurges } from '../../domain/staff';
import { purges as stationCodesPurges } from '../../domain/station-codes';
import { sendMessages, purges as subscriptionsPurges } from '../../domain/subscriptions';
import { purges as tracksPurges } from '../../domain/tracks';
import { purges as verificationPurges, verifySealedDays, verifyWholeLedger } from '../../domain/verification';
import { approvalDesk } from '../approval-kinds';
import { personalParts } from '../personal-parts';

/** In the order in which they run; the first ones get the time when there is little of it. */
export const jobs: readonly Job[] = [
  creditDueTokens,
  settlePlans,
  finishWithdrawals,
  lapseHolds,
  expireMonths,
  // After the holds that have lapsed, so that a donation that came back is told of in the same run.
  postDonations,
  returnBenefits,
  runDueEffects(approvalDesk),
  expireApprovals(approvalDesk),
  remindDeciders(approvalDesk),
  disableIdle,
  sealDay,
  poolSealedIntake,
  verifySealedDays,
  announceExpiry,
  tellWeeks,
  sendMessages,
  tendReports,
  closeDueAccounts(personalParts),
  tendExports(personalParts),
  purgeExpired([
    ...answersPurges,
    ...bindingsPurges,
    ...partnersPurges,
    ...plansPurges,
    ...rateLimitsPurges,
    ...reportsPurges,
    ...ridersPurges,
    ...ridesPurges,
    ...staffPurges,
    ...tracksPurges,
    ...stationCodesPurges,
    ...subscriptionsPurges,
    ...verificationPurges,
  ]),
  verifyWholeLedger,
];
