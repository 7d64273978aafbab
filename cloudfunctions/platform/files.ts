/**
 * Files in the cloud's storage. They are private: people read them through addresses that end. Whoever makes a file keeps
 * its id, because nothing else leads to it.
 */
export interface Files {
  /** Writes a text as UTF-8, over a file that is there already; at most 5 MB. */
  put(path: string, text: string): Promise<{ id: string; bytes: number }>;
  /** Writes bytes under the name, over a file that is there already; at most 5 MB. */
  putBytes(path: string, bytes: Uint8Array): Promise<{ id: string; bytes: number }>;
  /** What a file holds, cut off after one byte more than `mostBytes`; null for one that is gone or was never there. */
  read(id: string, mostBytes: number): Promise<Uint8Array | null>;
  /** An address of each file, in the same order, that ends after so many seconds; null for a file that is gone. At most 50. */
  addressesOf(ids: readonly string[], validSeconds: number): Promise<(string | null)[]>;
  /** Removes files, at most 50; one that is gone already is fine. */
  remove(ids: readonly string[]): Promise<void>;
}
