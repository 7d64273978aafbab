import type { Platform } from '../../platform';
import { queueMessage } from './queue-message';

/** What a reviewer has made of a declared trip. */
export interface Verdict {
  uid: string;
  reportId: string;
  from: string;
  to: string;
  /** Null where it was refused. */
  credits: number | null;
  decidedAtMs: number;
  /** How many decisions there were before: an appeal's is told as well. */
  before: number;
}

/**
 * Queues the message about a reviewer's word, for a rider who has allowed it. The word is written by then: this never throws,
 * and is harmless to repeat. Three database calls, five where there is a consent.
 */
export async function announceVerdict(
  platform: Platform,
  { uid, reportId, from, to, credits, decidedAtMs, before }: Verdict,
): Promise<void> {
  const facts = { reportId, route: `${from} → ${to}`, credits, decidedAtMs };
  try {
    await queueMessage(platform, {
      uid,
      key: 'report-decided',
      subjectId: `${reportId}:${before}`,
      facts,
    });
  } catch (error) {
    platform.log('messages.not-queued', { problem: String(error) });
  }
}
