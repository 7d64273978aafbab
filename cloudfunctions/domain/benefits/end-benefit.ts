import type { NoticeTemplate } from '../../contract/inbox';
import type { Platform } from '../../platform';
import { addNotice } from '../inbox';
import { type Entry, endHold, lapseHold, merchantAccount, postHold, userAccount, voidHold } from '../ledger';
import { currentParameters } from '../parameters';
import { type Benefit, type BenefitState, benefits } from './store';

/** The reasons of the entries by which a benefit ends; `hold-lapsed` when its time ran out. */
export const GIVEN = 'benefit-given';
export const REFUSED = 'benefit-refused';

/** How a benefit is to end. */
export type Ending = 'give' | 'refuse' | 'lapse';

interface Verdict {
  ending: Ending;
  /** The partner's words; null where he has said nothing. */
  note: string | null;
}

/** The account, as a merchant's, that bonus turned into a partner's benefits goes to: the operator settles with him by it. */
export const merchantIdOf = (partnerId: string): string => `partner-${partnerId}`;

async function book(
  platform: Platform,
  { uid, holdKey, partnerId }: Benefit,
  ending: Ending,
): Promise<Entry> {
  const { version: parametersVersion } = await currentParameters(platform);
  const facts = { parametersVersion, nowMs: platform.nowMs(), answer: () => null };
  const account = userAccount(uid);
  if (ending === 'lapse') return lapseHold(platform, account, holdKey, facts);
  if (ending === 'refuse') return voidHold(platform, account, holdKey, { ...facts, reason: REFUSED });
  const bonusTo = merchantAccount(merchantIdOf(partnerId));
  return postHold(platform, account, { key: holdKey, bonusTo }, { ...facts, reason: GIVEN });
}

function stateOf(end: Entry | null): Exclude<BenefitState, 'ordered'> {
  if (end?.reason === GIVEN) return 'given';
  return end?.reason === REFUSED ? 'refused' : 'returned';
}

const templates: Readonly<Record<Exclude<BenefitState, 'ordered'>, NoticeTemplate>> = {
  given: 'benefit-given',
  refused: 'benefit-refused',
  returned: 'benefit-returned',
};

/** As which the partner's words are true: who is too late with a refusal has said nothing of what was given. */
const saidOf: Readonly<Record<Ending, BenefitState | null>> = {
  give: 'given',
  refuse: 'refused',
  lapse: null,
};

/**
 * The document follows the ledger, and the rider is told with it, once. One that is gone was forgotten with its rider;
 * what the ledger has done holds all the same.
 */
const follow = (platform: Platform, { _id }: Benefit, end: Entry | null, { ending, note }: Verdict) =>
  platform.database.transact(async transaction => {
    const benefit = await transaction.get(benefits, _id);
    const state = stateOf(end);
    if (benefit?.state !== 'ordered') return benefit?.state ?? state;
    const partnerNote = state === saidOf[ending] ? note : null;
    const { uid, offerName, partnerId, label, amounts } = benefit;
    const parameters = { offerName, partnerId, label, ...amounts, ...(partnerNote && { note: partnerNote }) };
    if (end) await addNotice(transaction, platform, { uid, template: templates[state], parameters });
    const endedAtMs = end?.atMs ?? platform.nowMs();
    await transaction.update(benefits, _id, { state, dueAtMs: null, endedAtMs, partnerNote });
    return state;
  });

/**
 * Ends a benefit and answers how it has ended, by whomever: the ledger decides, once, and the document follows. Harmless
 * to repeat at any point and to do twice at once. Errors: `PAYING_OUT_STOPPED`, `HOLD_EXPIRED` when it is given too late.
 */
export async function endBenefit(
  platform: Platform,
  benefit: Benefit,
  verdict: Verdict,
): Promise<BenefitState> {
  const end = await endHold(platform, benefit.holdKey, () => book(platform, benefit, verdict.ending));
  return follow(platform, benefit, end, verdict);
}
