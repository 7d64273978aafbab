import type { Platform } from '../../platform';
import { listRetired, type PoolSerials, readEntries } from '../ledger';
import { type Certificate, certificateOf } from './certificate';

/** Consecutive numbers of a pool that one entry has taken out of the world. */
export interface RetiredNumbers extends Pick<PoolSerials, 'origin' | 'from' | 'to' | 'atMs' | 'entryKey'> {
  amount: number;
  beneficiary: string | null;
  purpose: string | null;
}

/** What the entries of these keys say. One database call, none without a key. */
export async function readCertificates(
  platform: Platform,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Certificate | null>> {
  const found = await readEntries(platform, [...new Set(keys)]);
  return new Map(found.map(entry => [entry._id, certificateOf(entry)]));
}

/** A page of what was retired, the latest first; `nextBefore` is null at the end. Two database calls, or one. */
export async function listRetirements(
  platform: Platform,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<{ retired: RetiredNumbers[]; nextBefore: number | null }> {
  const found = await listRetired(platform, limit + 1, before);
  const shown = found.slice(0, limit);
  const certificates = await readCertificates(
    platform,
    shown.map(({ entryKey }) => entryKey),
  );
  const retired = shown.map(({ origin, from, to, atMs, entryKey }) => {
    const { beneficiary = null, purpose = null } = certificates.get(entryKey) ?? {};
    return { origin, from, to, amount: to - from + 1, beneficiary, purpose, atMs, entryKey };
  });
  return { retired, nextBefore: found.length > limit ? (shown.at(-1)?.atMs ?? null) : null };
}
