import { credit, poolIntake, spendCredits, userAccount } from '../../cloudfunctions/domain/ledger';
import { beijingDay } from '../../cloudfunctions/platform/beijing-time';
import type { Product } from './product';

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 0, lotLimit: 128 };

/** Grams as they come into a pool, in one moment: earned by a rider, given away, and moved as after their day's seal. */
export async function fillPool(
  product: Product,
  { origin, amount }: { origin: string; amount: number },
): Promise<void> {
  const account = userAccount(await product.signedInRider('o-giver-of-a-pool'));
  const { platform } = product;
  const nowMs = platform.nowMs();
  const factsOf = (key: string) => ({
    key,
    requestHash: key,
    reason: 'test',
    reference: { type: 'order' as const, id: key },
    commitment: null,
    parametersVersion: 1,
    nowMs,
    answer: () => null,
  });
  const what = { kind: 'carbon' as const, origin, amount, source: 'mint:trip' };
  await credit(platform, account, what, factsOf('earned-for-a-pool'), parameters);
  const gift = { amount, kinds: ['carbon' as const], bonusTo: 'merchant:self' };
  await spendCredits(platform, account, gift, factsOf('given-to-a-pool'));
  const day = beijingDay(nowMs);
  await poolIntake(platform, { day, origin, amount, sealedOn: day }, factsOf('pooled'));
}
