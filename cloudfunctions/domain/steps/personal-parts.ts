import { type PersonalPart, removeAll } from '../personal-parts';
import { stepBooks } from './store';

const steps: PersonalPart = {
  kind: 'steps',
  collections: ['step_books'],
  async count(platform, uid) {
    const book = await platform.database.get(stepBooks, uid);
    return book?.days.length ?? 0;
  },
  async page(platform, uid) {
    const book = await platform.database.get(stepBooks, uid);
    const { consent, settledThroughDay, days } = book ?? { days: [] };
    return { rows: book ? [{ consent, settledThroughDay, days }] : [], nextCursor: null };
  },
  forget: (platform, uid, deadlineMs) => removeAll(platform, stepBooks, { _id: uid }, deadlineMs),
};

export const personalParts: readonly PersonalPart[] = [steps];
