import type { ExportedDocument } from './ledger-line';

export interface PageRequest {
  collection: string;
  /** Only documents whose id is greater; '' from the beginning. */
  afterId: string;
  limit: number;
  /** Only these fields and the id. */
  fields?: readonly string[];
}

/** A database that collections are read from, in the order of their ids. */
export interface DocumentSource {
  page(request: PageRequest): Promise<ExportedDocument[]>;
  /** One document, null when there is none. */
  get(collection: string, id: string): Promise<ExportedDocument | null>;
  /** Whether somebody may be writing while it is read. */
  readonly isLive: boolean;
  close(): Promise<void>;
}

/** What CloudBase gives at most in one query. */
const pageLength = 1000;

/** Every document of a collection, a page at a time. */
export async function* walk(
  source: DocumentSource,
  collection: string,
  fields?: readonly string[],
): AsyncGenerator<ExportedDocument> {
  let afterId = '';
  for (;;) {
    const page = await source.page({ collection, afterId, limit: pageLength, ...(fields && { fields }) });
    yield* page;
    if (page.length < pageLength) return;
    afterId = page.at(-1)!._id;
  }
}
