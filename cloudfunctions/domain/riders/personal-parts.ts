import { type PersonalPart, removeAll } from '../personal-parts';
import { onboardingMarks, riders } from './store';

const MARKS_A_PAGE = 100;

/** The marks of a rider: `;` comes after `:`, and nothing of another rider's lies between. */
const marksOf = (uid: string) => ({ _id: { from: `${uid}:`, below: `${uid};` } });

/** The account itself: it goes last, with the closing, and the identity first. */
const account: PersonalPart = {
  kind: 'account',
  // What says that an identity has left goes by itself within a month and names no rider.
  collections: ['riders', 'rider_identities', 'closed_riders', 'left_identities'],
  count: (platform, uid) => platform.database.count(riders, { _id: uid }),
  async page(platform, uid) {
    const rider = await platform.database.get(riders, uid);
    const rows = rider
      ? [
          {
            accountNumber: uid,
            createdAtMs: rider.createdAtMs,
            consents: rider.consents,
            deletion: rider.deletion ?? null,
          },
        ]
      : [];
    return { rows, nextCursor: null };
  },
};

const onboarding: PersonalPart = {
  kind: 'onboarding',
  collections: ['onboarding_marks'],
  count: (platform, uid) => platform.database.count(onboardingMarks, marksOf(uid)),
  async page(platform, uid) {
    const marks = await platform.database.find(onboardingMarks, { where: marksOf(uid), limit: MARKS_A_PAGE });
    return { rows: marks.map(({ step, action, atMs }) => ({ step, action, atMs })), nextCursor: null };
  },
  forget: (platform, uid, deadlineMs) => removeAll(platform, onboardingMarks, marksOf(uid), deadlineMs),
};

export const personalParts: readonly PersonalPart[] = [account, onboarding];
