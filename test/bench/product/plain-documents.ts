/** A small document such as most are: an id, two numbers and a line of text. */
export interface PlainDocument {
  _id: string;
  number: number;
  atMs: number;
  text: string;
}

/** A collection without an index; the benches make it themselves. */
export const PLAIN_COLLECTION = 'bench_documents';

const TEXT = 'one ride more, counted and kept '.repeat(5);
const AT_MS = Date.parse('2026-11-10T08:00:00+08:00');

/** Each call answers the next `count` documents. */
export function plainSeries(count: number): () => PlainDocument[] {
  let made = 0;
  const next = (): PlainDocument => {
    made += 1;
    return { _id: `document-${made}`, number: made, atMs: AT_MS + made, text: TEXT };
  };
  return () => Array.from({ length: count }, next);
}
