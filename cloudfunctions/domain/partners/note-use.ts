import { type Database, isDatabaseError, type Platform } from '../../platform';
import { partnerUses } from './store';

const NOTED_EVERY_MS = 60_000;

const notedFor = new WeakMap<Database, Map<string, number>>();

async function write(platform: Platform, partnerId: string, lastRequestAtMs: number): Promise<void> {
  const where = { _id: partnerId, lastRequestAtMs: { below: lastRequestAtMs } };
  if ((await platform.database.updateWhere(partnerUses, where, { lastRequestAtMs })) > 0) return;
  await platform.database.add(partnerUses, { _id: partnerId, lastRequestAtMs });
}

/**
 * Notes that a partner has sent something, once a minute for each process: people want to know whether a feed lives, not
 * more. No database call, or one; two at first. A note that fails is lost, and the request goes on.
 */
export async function noteUse(platform: Platform, partnerId: string): Promise<void> {
  const nowMs = platform.nowMs();
  const noted = notedFor.get(platform.database) ?? new Map<string, number>();
  notedFor.set(platform.database, noted);
  if (nowMs < (noted.get(partnerId) ?? 0) + NOTED_EVERY_MS) return;
  noted.set(partnerId, nowMs);
  try {
    await write(platform, partnerId, nowMs);
  } catch (error) {
    // Another process has noted a later request.
    if (!isDatabaseError(error, 'duplicate')) platform.log('partners.use-unnoted', { error: String(error) });
  }
}
