import type { Platform } from '../../platform';
import { type BenefitView, benefits, viewOf } from './store';

export interface BenefitsPage {
  benefits: BenefitView[];
  nextCursor: string | null;
}

/** A page of a rider's benefits, latest first. One database call. */
export async function listBenefits(
  platform: Platform,
  { uid, cursor, limit }: { uid: string; cursor: string | null; limit: number },
): Promise<BenefitsPage> {
  const found = await platform.database.find(benefits, {
    where: { uid, ...(cursor !== null && { position: { below: cursor } }) },
    orderBy: [['position', 'desc']],
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const nextCursor = found.length > limit ? (shown.at(-1)?.position ?? null) : null;
  return { benefits: shown.map(viewOf), nextCursor };
}
