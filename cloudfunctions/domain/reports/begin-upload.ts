import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { recordUse } from '../rate-limits';
import { UPLOAD_MS, UPLOADS_AN_HOUR } from './rules';
import { uploads } from './store';

export interface BegunUpload {
  uploadId: string;
  cloudPath: string;
  expiresAtMs: number;
}

/** Nobody can tell from it whose the picture is, and nobody else can name another's. */
export const uploadPathOf = (uploadId: string): string => `report-uploads/${uploadId}.jpg`;

/**
 * Where a rider's picture goes to. Whatever comes there is deleted within the hour, named by a report or not: it may
 * still hold where and when it was taken. `RATE_LIMITED` beyond twenty an hour. Six database calls.
 */
export function beginUpload(
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<BegunUpload> {
  return answerOnce(platform, request, async transaction => {
    const nowMs = platform.nowMs();
    const permit = { scope: 'report-upload', key: uid, limit: UPLOADS_AN_HOUR, windowMs: 3_600_000 };
    await recordUse(transaction, permit, nowMs);
    const uploadId = platform.randomId();
    const expiresAtMs = nowMs + UPLOAD_MS;
    await transaction.add(uploads, { _id: uploadId, uid, fileId: null, dueAtMs: expiresAtMs });
    return { uploadId, cloudPath: uploadPathOf(uploadId), expiresAtMs };
  });
}
