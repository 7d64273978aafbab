import { purges as answersPurges } from '../../domain/answers';
import { purges as bindingsPurges, finishWithdrawals } from '../../domain/bindings';
import { type Job, purgeExpired } from '../../domain/jobs';
import { purges as rateLimitsPurges } from '../../domain/rate-limits';

/** In the order in which they run; the first ones get the time when there is little of it. */
export const jobs: readonly Job[] = [
  finishWithdrawals,
  purgeExpired([...answersPurges, ...bindingsPurges, ...rateLimitsPurges]),
];
