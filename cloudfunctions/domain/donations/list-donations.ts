import type { Platform } from '../../platform';
import { type DonationView, donations, viewOf } from './store';

export interface DonationPage {
  donations: DonationView[];
  nextCursor: string | null;
}

/** A page of a rider's donations, latest first. One database call. */
export async function listDonations(
  platform: Platform,
  { uid, cursor, limit }: { uid: string; cursor: string | null; limit: number },
): Promise<DonationPage> {
  const found = await platform.database.find(donations, {
    where: { uid, ...(cursor !== null && { position: { below: cursor } }) },
    orderBy: [['position', 'desc']],
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const nextCursor = found.length > limit ? (shown.at(-1)?.position ?? null) : null;
  return { donations: shown.map(viewOf), nextCursor };
}
