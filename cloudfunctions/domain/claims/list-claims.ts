import { latestPage, type PageAsked, type Platform } from '../../platform';
import { type Claim, claims } from './store';

export interface ClaimsPage {
  claims: Claim[];
  nextCursor: string | null;
}

/** A page of a rider's declarations, latest first. One database call. */
export async function listClaims(platform: Platform, uid: string, page: PageAsked): Promise<ClaimsPage> {
  const { shown, nextCursor } = await latestPage(platform.database, claims, { uid }, page);
  return { claims: shown, nextCursor };
}
