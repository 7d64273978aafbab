import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { poolIntake } from '../ledger';
import { currentParameters } from '../parameters';
import { lastSeal, SEAL_AFTER_MS } from './due-day';
import { type SealedIntake, sealedIntakes } from './store';

/** Each takes seven database calls. */
const INTAKES_A_STEP = 20;

/** What cannot be moved is tried again in the next run, and holds up no other. */
async function pool(platform: Platform, sealed: SealedIntake, parametersVersion: number): Promise<void> {
  const { _id, day, origin, amount, sealedOn } = sealed;
  const facts = { parametersVersion, nowMs: platform.nowMs(), answer: () => null };
  try {
    await poolIntake(platform, { day, origin, amount, sealedOn }, facts);
  } catch (error) {
    platform.log('seals.pooling-failed', { intake: _id, problem: String(error) });
    return;
  }
  await platform.database.updateWhere(sealedIntakes, { _id, isPooled: false }, { isPooled: true });
}

/**
 * Moves the grams of sealed days from their intakes into the pools, exactly once: by the seal that counted them. Those of
 * an intake whose day is still ahead wait for the seal of that day. The cursor is the last intake looked at.
 */
export const poolSealedIntake: Job = {
  name: 'pool-sealed-intake',
  everyMs: SEAL_AFTER_MS,
  async step(platform, { cursor }) {
    const last = await lastSeal(platform, 'ledger');
    if (!last) return { cursor: null };
    const found = await platform.database.find(sealedIntakes, {
      where: { isPooled: false, _id: { above: cursor ?? '' }, day: { upTo: last.day } },
      orderBy: [['_id', 'asc']],
      limit: INTAKES_A_STEP,
    });
    if (found.length === 0) return { cursor: null };
    const { version } = await currentParameters(platform);
    for (const sealed of found) await pool(platform, sealed, version);
    return { cursor: found.length === INTAKES_A_STEP ? found.at(-1)!._id : null };
  },
};
