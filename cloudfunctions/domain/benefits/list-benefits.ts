import { latestPage, type PageAsked, type Platform } from '../../platform';
import { type BenefitView, benefits, viewOf } from './store';

export interface BenefitsPage {
  benefits: BenefitView[];
  nextCursor: string | null;
}

/** A page of a rider's benefits, latest first. One database call. */
export async function listBenefits(
  platform: Platform,
  { uid, ...page }: { uid: string } & PageAsked,
): Promise<BenefitsPage> {
  const { shown, nextCursor } = await latestPage(platform.database, benefits, { uid }, page);
  return { benefits: shown.map(viewOf), nextCursor };
}
