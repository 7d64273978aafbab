import type { Platform } from '../../platform';
import { personalExports } from './store';

export interface LatestExport {
  exportId: string;
  state: 'making' | 'ready';
  requestedAtMs: number;
  expiresAtMs: number;
  files: { name: string; bytes: number; address: string | null }[];
}

/**
 * The rider's latest export with addresses that end when it does; null when there is none, or it is over. One database
 * call, and one of the storage.
 */
export async function latestExport(platform: Platform, uid: string): Promise<LatestExport | null> {
  const [latest] = await platform.database.find(personalExports, {
    where: { uid },
    orderBy: [['requestedAtMs', 'desc']],
    limit: 1,
  });
  const leftMs = (latest?.expiresAtMs ?? 0) - platform.nowMs();
  if (!latest || latest.state === 'ended' || leftMs <= 0) return null;
  const { _id: exportId, state, requestedAtMs, expiresAtMs } = latest;
  const written = state === 'ready' ? latest.files : [];
  const ids = written.map(({ fileId }) => fileId!);
  const addresses = await platform.files.addressesOf(ids, Math.max(1, Math.floor(leftMs / 1000)));
  const files = written.map(({ name, bytes }, index) => ({ name, bytes, address: addresses[index] ?? null }));
  return { exportId, state, requestedAtMs, expiresAtMs, files };
}
