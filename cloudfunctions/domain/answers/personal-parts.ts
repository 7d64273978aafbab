import { procedures } from '../../contract/procedures';
import { type PersonalPart, removeAll } from '../personal-parts';
import { answers } from './store';

/** Keys begin with the procedure, so each that changes something is a range of its own. */
const changing = Object.entries(procedures)
  .filter(([, { mutating }]) => mutating)
  .map(([name]) => name);

/** Answers go by themselves after a week; of an account that is closed, at once. One database call a procedure. */
const requests: PersonalPart = {
  kind: 'requests',
  collections: ['answers'],
  async forget(platform, uid, deadlineMs) {
    const removals = changing.map(procedure => {
      const where = { _id: { from: `${procedure}:${uid}:`, below: `${procedure}:${uid};` } };
      return removeAll(platform, answers, where, deadlineMs);
    });
    return (await Promise.all(removals)).every(Boolean);
  },
};

export const personalParts: readonly PersonalPart[] = [requests];
