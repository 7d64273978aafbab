import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call, callOnce } from './rpc';

export type BenefitOffers = ProcedureOutput<'benefits.offers'>;
export type BenefitsPage = ProcedureOutput<'benefits.list'>;
export type Benefit = BenefitsPage['benefits'][number];

const PAGE_LIMIT = 20;

/** What credits can be turned into, and the rider's cards that can get it. */
export const readOffers = (): Promise<Copy<BenefitOffers>> =>
  keepCopy('benefit-offers', () => call('benefits.offers', {}));

/** The rider's benefits, latest first. Only the first page has an offline copy. */
export const firstBenefits = (): Promise<Copy<BenefitsPage>> =>
  keepCopy('benefits', () => call('benefits.list', { limit: PAGE_LIMIT }));

export const moreBenefits = (cursor: string): Promise<BenefitsPage> =>
  call('benefits.list', { cursor, limit: PAGE_LIMIT });

/** Sets the price aside, as it was shown; the partner confirms it within a day, or it comes back. */
export const orderBenefit = async (
  { offerId, price }: BenefitOffers['offers'][number],
  bindingId: string,
): Promise<Benefit> => (await callOnce('benefits.order', { offerId, bindingId, price })).benefit;
