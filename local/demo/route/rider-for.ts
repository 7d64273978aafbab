import { createHash } from 'node:crypto';
import type { City } from '../city/city';
import type { Rider } from '../city/rider';

const SMALLEST_CARD = 10_000_000;
const CARDS = 90_000_000;

/**
 * The demo's rider of that openid, or somebody new: a card of one's own, always the same for the same openid, and the ways
 * of one of the demo's commuters.
 */
export function riderFor({ riders }: City, openid: string): Rider {
  const known = riders.find(rider => rider.openid === openid);
  if (known !== undefined) return known;
  const chance = createHash('sha256').update(openid).digest();
  const models = riders.filter(({ kind }) => kind === 'commuter');
  const model = models[chance.readUInt32BE(0) % models.length];
  if (model === undefined) throw new Error('nobody commutes in the demo city');
  const number = SMALLEST_CARD + (chance.readUInt32BE(4) % CARDS);
  const end = String(chance.readUInt16BE(8) % 10_000).padStart(4, '0');
  return { ...model, openid, riderToken: `szt-${number}-${end}`, kind: 'newcomer' };
}
