import { bindCodes } from '../../../../cloudfunctions/domain/bindings/store';
import type { Platform } from '../../../../cloudfunctions/platform';

/** A code without the limit of five an hour, which has tests of its own. Valid for ten minutes when nothing is said. */
export async function newCode(
  platform: Platform,
  uid: string,
  expiresAtMs = platform.nowMs() + 600_000,
): Promise<string> {
  const _id = platform.randomReadableCode(8);
  const createdAtMs = platform.nowMs();
  await platform.database.add(bindCodes, {
    _id,
    uid,
    createdAtMs,
    expiresAtMs,
    usedAtMs: null,
    tokenId: null,
  });
  return _id;
}
