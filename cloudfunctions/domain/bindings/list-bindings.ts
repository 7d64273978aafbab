import type { Platform } from '../../platform';
import { riderTokens } from './store';

export interface Binding {
  bindingId: string;
  partnerId: string;
  label: string;
  boundAtMs: number;
}

const MOST_SHOWN = 100;

/** The rider's cards, latest binding first, at most a hundred. One database call. */
export async function listBindings(platform: Platform, uid: string): Promise<Binding[]> {
  const tokens = await platform.database.find(riderTokens, {
    where: { uid },
    orderBy: [['boundAtMs', 'desc']],
    limit: MOST_SHOWN,
  });
  return tokens.map(token => ({
    bindingId: token._id,
    partnerId: token.partnerId,
    label: token.label,
    boundAtMs: token.boundAtMs ?? 0,
  }));
}
