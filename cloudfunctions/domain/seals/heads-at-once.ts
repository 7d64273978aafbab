/**
 * Heads that are gathered for one look through a day's chunks: some 15 MB. More than two chunks have leaves, so that
 * whoever looks again finds every entry in a chunk.
 */
export const HEADS_AT_ONCE = 50_000;
