/**
 * Files in the cloud's storage. They are private: people read them through addresses that end. Whoever makes a file keeps
 * its id, because nothing else leads to it.
 */
export interface Files {
  /** Writes a text as UTF-8, over a file that is there already; at most 5 MB. */
  put(path: string, text: string): Promise<{ id: string; bytes: number }>;
  /** An address of each file, in the same order, that ends after so many seconds; null for a file that is gone. At most 50. */
  addressesOf(ids: readonly string[], validSeconds: number): Promise<(string | null)[]>;
  /** Removes files, at most 50; one that is gone already is fine. */
  remove(ids: readonly string[]): Promise<void>;
}
