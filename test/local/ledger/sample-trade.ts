import * as ledger from '../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../cloudfunctions/platform';
import { linkHash } from '../../../miniprogram/proof';
import {
  plainFate,
  SimulatedDatabase,
  SimulatedStore,
} from '../../cloudfunctions/domain/ledger/world/simulated-database';
import type { SampleLedger } from './sample-ledger';

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };
const DAY_MS = 86_400_000;
const RIDER = 'user:a';
const SHOP = 'merchant:m';

/**
 * A rider who spends: one hold posted to a merchant, one voided, one open; a reward from a campaign; carbon that went
 * through the intake into the pool, of which some was retired. Written by the product's own code.
 */
export async function sampleTrade(): Promise<SampleLedger> {
  const store = new SimulatedStore();
  let nowMs = Date.parse('2026-11-10T08:00:00+08:00');
  const platform = {
    database: new SimulatedDatabase(store, plainFate),
    nowMs: () => nowMs,
    keyedDigest: (...parts: string[]) => parts.join(' '),
  } as unknown as Platform;
  const shared = () => ({ parametersVersion: 1, nowMs, reason: 'test', answer: () => null });
  const factsOf = (key: string) => ({
    ...shared(),
    key,
    requestHash: 'hash',
    reference: { type: 'order' as const, id: key },
    commitment: null,
  });
  const hold = (key: string, amount: number) =>
    ledger.holdCredits(platform, RIDER, { amount, deadlineMs: nowMs + 2 * DAY_MS }, factsOf(key));

  const ride = { kind: 'carbon' as const, origin: 'sz:2026-11', amount: 30, source: 'mint:trip' };
  await ledger.credit(platform, RIDER, ride, factsOf('ride'), parameters);
  await ledger.manualCredit(platform, RIDER, 20, factsOf('gift'), parameters);
  await ledger.fundCampaign(platform, { campaignId: 'c', amount: 10, shardCount: 2 }, factsOf('fund'));
  const reward = { campaignId: 'c', accountId: RIDER, amount: 4 };
  await ledger.payReward(platform, reward, factsOf('reward'), parameters);
  await hold('bought', 6);
  nowMs += DAY_MS;
  await ledger.postHold(platform, RIDER, { key: 'bought', bonusTo: SHOP }, shared());
  await hold('regretted', 6);
  await ledger.voidHold(platform, RIDER, 'regretted', shared());
  nowMs += 8 * DAY_MS;
  const carbon = { amount: 9, kinds: ['carbon' as const], bonusTo: SHOP };
  await ledger.spendCredits(platform, RIDER, carbon, factsOf('given'));
  const intake = { day: '2026-11-19', origin: 'sz:2026-11', amount: 9, sealedOn: '2026-11-19' };
  await ledger.poolIntake(platform, intake, shared());
  await ledger.retire(platform, { origin: 'sz:2026-11', amount: 4 }, factsOf('retired'));
  await hold('open', 5);
  return {
    accounts: store.all('ledger_accounts'),
    entries: store.all('ledger_entries'),
    trips: [{ _id: 'ride', state: 'credited', creditedGrams: 30 }],
  };
}

/** What a forger with the database's password would do: every link of every account and every head made anew. */
export function rechainAll(ledgerOf: SampleLedger): void {
  const heads = new Map<string, { seq: number; head: string }>();
  for (const entry of ledgerOf.entries) {
    const accounts = (entry.chain as { account: string }[]).map(link => link.account);
    const places = accounts.map(account => {
      const before = heads.get(account) ?? { seq: 0, head: '0'.repeat(64) };
      return { account, seq: before.seq + 1, previousHash: before.head };
    });
    entry.seq = places.find(({ account }) => account === entry.account)?.seq ?? 1;
    entry.chain = places.map(place => ({ ...place, hash: linkHash({ ...place, entry }) }));
    for (const { account, seq, hash } of entry.chain as { account: string; seq: number; hash: string }[]) {
      heads.set(account, { seq, head: hash });
    }
  }
  for (const document of ledgerOf.accounts) Object.assign(document, heads.get(document._id));
}
