import { type PersonalPart, removeAll } from '../personal-parts';
import { forgetUses } from '../rate-limits';
import { listBindings } from './list-bindings';
import { codePermit } from './rules';
import { bindCodes, riderTokens } from './store';

/** Cards are unbound at the beginning of a closing, which takes the rider and the label off them. */
const cards: PersonalPart = {
  kind: 'cards',
  collections: ['rider_tokens', 'bind_codes'],
  count: (platform, uid) => platform.database.count(riderTokens, { uid }),
  async page(platform, uid) {
    const bindings = await listBindings(platform, uid);
    const rows = bindings.map(({ partnerId, label, boundAtMs }) => ({
      partnerId,
      lastCharacters: label,
      boundAtMs,
    }));
    return { rows, nextCursor: null };
  },
  async forget(platform, uid, deadlineMs) {
    await forgetUses(platform, codePermit(uid));
    return removeAll(platform, bindCodes, { uid }, deadlineMs);
  },
};

export const personalParts: readonly PersonalPart[] = [cards];
