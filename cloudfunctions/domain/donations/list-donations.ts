import { latestPage, type PageAsked, type Platform } from '../../platform';
import { type DonationView, donations, viewOf } from './store';

export interface DonationPage {
  donations: DonationView[];
  nextCursor: string | null;
}

/** A page of a rider's donations, latest first. One database call. */
export async function listDonations(
  platform: Platform,
  { uid, ...page }: { uid: string } & PageAsked,
): Promise<DonationPage> {
  const { shown, nextCursor } = await latestPage(platform.database, donations, { uid }, page);
  return { donations: shown.map(viewOf), nextCursor };
}
