import { type AdminClient, insert } from '../http/admin-client';
import { sampleAccount, sampleEntry } from './ledger-documents';
import type { SamplePost } from './protocol-post';

/** A series of posts over riders in turn, each the next entry of its account. */
export class PostSeries {
  #posts = 0;

  /** @param name keeps the keys of two series apart */
  constructor(
    readonly name: string,
    readonly riderCount: number,
  ) {}

  accountId(rider: number): string {
    return `user:${this.name}-${String(rider).padStart(6, '0')}`;
  }

  accounts() {
    return Array.from({ length: this.riderCount }, (_, rider) => sampleAccount(this.accountId(rider)));
  }

  next(): SamplePost {
    const rider = this.#posts % this.riderCount;
    const seq = Math.floor(this.#posts / this.riderCount) + 1;
    this.#posts += 1;
    const account = sampleAccount(this.accountId(rider));
    const entry = sampleEntry(account._id, seq, `trip:${this.name}:${String(this.#posts).padStart(60, '0')}`);
    return { entry, account: { ...account, seq, updatedAtMs: entry.atMs } };
  }
}

/** A call's body is at most 100 KB. */
const DOCUMENTS_A_CALL = 50;

export async function insertAll(
  client: AdminClient,
  collection: string,
  documents: readonly object[],
): Promise<void> {
  for (let first = 0; first < documents.length; first += DOCUMENTS_A_CALL) {
    await client.send(insert(collection, documents.slice(first, first + DOCUMENTS_A_CALL)));
  }
}
