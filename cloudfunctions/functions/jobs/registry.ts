import { purges as answersPurges } from '../../domain/answers';
import { purges as bindingsPurges, finishWithdrawals } from '../../domain/bindings';
import { type Job, purgeExpired } from '../../domain/jobs';
import { purges as partnersPurges } from '../../domain/partners';
import { purges as rateLimitsPurges } from '../../domain/rate-limits';
import { creditDueTokens, purges as ridesPurges } from '../../domain/rides';

/** In the order in which they run; the first ones get the time when there is little of it. */
export const jobs: readonly Job[] = [
  creditDueTokens,
  finishWithdrawals,
  purgeExpired([...answersPurges, ...bindingsPurges, ...partnersPurges, ...rateLimitsPurges, ...ridesPurges]),
];
