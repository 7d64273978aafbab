import { Refusal } from '../../../cloudfunctions/contract/errors';
import * as ledger from '../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../cloudfunctions/platform';

/**
 * What callers ask of the ledger, one thing after the other: earn, set aside, end a hold, get a reward, spend, let a
 * month expire, take a ride back. Everything follows from who asks for the how-manieth time, so that a request can be
 * sent again, word by word, by another process.
 */
export interface Caller {
  /** Keeps the keys of two rounds apart. */
  round: number;
  number: number;
}

const RIDERS = 30;
const SHARDS = 16;
const MERCHANTS = 8;
const CAMPAIGN = 'trade';
const EXPIRED_MONTHS = ['2026-01', '2026-02'] as const;

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };
const HOUR_MS = 3_600_000;

/** Every process tells the same digest, with no secret. */
const sharedDigest = (platform: Platform): Platform => ({
  ...platform,
  keyedDigest: (...parts: string[]) => parts.join(' '),
});

const shared = (nowMs: number) => ({
  parametersVersion: 1,
  nowMs,
  reason: 'trade',
  answer: ({ balanceAfter }: Pick<ledger.Entry, 'balanceAfter'>) => ({
    available: balanceAfter.bonus.available,
  }),
});

const factsOf = (key: string, nowMs: number) => ({
  ...shared(nowMs),
  key,
  requestHash: `hash of ${key}`,
  reference: { type: 'order' as const, id: key },
  commitment: null,
});

const riderOf = ({ number }: Caller, block: number): string => `user:t-${(number * 7 + block * 11) % RIDERS}`;

type Make = (
  platform: Platform,
  of: { account: string; caller: Caller; block: number; key: (verb: string) => string },
) => Promise<ledger.Entry | null>;

const verbs = {
  gift: (platform, { account, key }) =>
    ledger.manualCredit(platform, account, 20, factsOf(key('gift'), platform.nowMs()), parameters),
  ride: (platform, { account, key }) => {
    const what = { kind: 'carbon' as const, origin: 'sz:2026-11', amount: 9, source: 'mint:trip' };
    return ledger.credit(platform, account, what, factsOf(key('ride'), platform.nowMs()), parameters);
  },
  hold: (platform, { account, key, caller, block }) => {
    // The time of the first delivery would be another one's deadline: it is no part of a request's hash.
    const deadlineMs = Date.UTC(2030, 0, 1) + (caller.number + block) * HOUR_MS;
    return ledger.holdCredits(
      platform,
      account,
      { amount: 12, deadlineMs },
      factsOf(key('hold'), platform.nowMs()),
    );
  },
  end: (platform, { account, key, caller, block }) => {
    const facts = shared(platform.nowMs());
    if ((caller.number / 2 + block) % 2 === 0) return ledger.voidHold(platform, account, key('hold'), facts);
    const bonusTo = `merchant:m${caller.number % MERCHANTS}`;
    return ledger.postHold(platform, account, { key: key('hold'), bonusTo }, facts);
  },
  reward: (platform, { account, key }) =>
    ledger.payReward(
      platform,
      { campaignId: CAMPAIGN, accountId: account, amount: 3 },
      factsOf(key('reward'), platform.nowMs()),
      parameters,
    ),
  spend: (platform, { account, key, caller }) => {
    const bonusTo = `merchant:m${caller.number % MERCHANTS}`;
    return ledger.spendCredits(
      platform,
      account,
      { amount: 4, bonusTo },
      factsOf(key('spend'), platform.nowMs()),
    );
  },
  expire: (platform, { account, block }) =>
    ledger.expireLots(
      platform,
      account,
      EXPIRED_MONTHS[block % EXPIRED_MONTHS.length]!,
      shared(platform.nowMs()),
    ),
  reverse: (platform, { key }) => ledger.reverseEntry(platform, key('ride'), shared(platform.nowMs())),
} satisfies Record<string, Make>;

/** Half of the callers do the one, half the other, again and again. */
const courses: readonly (readonly Make[])[] = [
  [verbs.gift, verbs.hold, verbs.end, verbs.spend],
  [verbs.ride, verbs.reverse, verbs.reward, verbs.expire],
];
const COURSE_LENGTH = 4;

/** One request; an entry, null when there was nothing to do, or the code of a refusal. Throws what nobody knows. */
export async function ask(
  platform: Platform,
  caller: Caller,
  turn: number,
): Promise<ledger.Entry | string | null> {
  const block = Math.floor(turn / COURSE_LENGTH);
  const key = (verb: string): string => `${verb}:${caller.round}:${caller.number}:${block}`;
  const of = { account: riderOf(caller, block), caller, block, key };
  try {
    const course = courses[caller.number % courses.length]!;
    return await course[turn % COURSE_LENGTH]!(sharedDigest(platform), of);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** A budget, and for each rider lots of months that have passed, as they were earned two years before. */
export async function prepare(platform: Platform): Promise<void> {
  const funding = { campaignId: CAMPAIGN, amount: 1_000_000, shardCount: SHARDS };
  await ledger.fundCampaign(sharedDigest(platform), funding, factsOf('fund', platform.nowMs()));
  await Promise.all(Array.from({ length: RIDERS }, (_, rider) => prepareRider(platform, rider)));
}

async function prepareRider(platform: Platform, rider: number): Promise<void> {
  for (const [index, month] of EXPIRED_MONTHS.entries()) {
    const facts = factsOf(`old:${rider}:${month}`, Date.UTC(2024, index, 15));
    await ledger.manualCredit(sharedDigest(platform), `user:t-${rider}`, 5, facts, parameters);
  }
}
