import type { Database } from './database';
import type { Platform } from './platform';

/** What is changed is known to every running function after at most this long. */
export const KEPT_MS = 60_000;

/** Something that hardly ever changes: read at most once a minute for each process and database. */
export class KeptReading<Found> {
  private readonly keptFor = new WeakMap<Database, { readAtMs: number; found: Found }>();

  constructor(private readonly read: (platform: Platform) => Promise<Found>) {}

  /** As it was within the last minute. No database call, or those of the reading. */
  async known(platform: Platform): Promise<Found> {
    const nowMs = platform.nowMs();
    const kept = this.keptFor.get(platform.database);
    const isFresh = kept && nowMs >= kept.readAtMs && nowMs < kept.readAtMs + KEPT_MS;
    return isFresh ? kept.found : this.now(platform);
  }

  /** As it is now. */
  async now(platform: Platform): Promise<Found> {
    const readAtMs = platform.nowMs();
    const found = await this.read(platform);
    this.keptFor.set(platform.database, { readAtMs, found });
    return found;
  }

  forget(platform: Platform): void {
    this.keptFor.delete(platform.database);
  }
}
