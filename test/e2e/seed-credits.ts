import { manualCredit, userAccount } from '../../cloudfunctions/domain/ledger';
import { parameters } from '../cloudfunctions/domain/ledger/notation';
import type { Product } from '../support/product';

let gifts = 0;

/** Bonus that ends with the month so many months after this one. */
export async function giveBonus(
  product: Product,
  openid: string,
  amount: number,
  expiryMonths = 24,
): Promise<void> {
  const uid = await product.signedInRider(openid, { consent: true });
  gifts += 1;
  const key = `gift-${gifts}`;
  const facts = {
    key,
    requestHash: key,
    reason: 'manual',
    reference: { type: 'approval' as const, id: key },
    commitment: null,
    parametersVersion: 1,
    nowMs: product.platform.nowMs(),
    answer: () => null,
  };
  await manualCredit(product.platform, userAccount(uid), amount, facts, { ...parameters, expiryMonths });
}
