/**
 * Stands for `wx-server-sdk` where the processor time of our own code is measured: documents in a map, nothing copied, encoded
 * or sent. It has what a post needs and nothing else, and one transaction at a time is all it can do.
 */
type Fields = Record<string, unknown>;

const collections = new Map<string, Map<string, Fields>>();

class SetCommand {
  constructor(readonly value: unknown) {}
}

function documentsOf(name: string): Map<string, Fields> {
  const documents = collections.get(name) ?? new Map<string, Fields>();
  collections.set(name, documents);
  return documents;
}

function update(documents: Map<string, Fields>, id: string, data: Fields) {
  const document = documents.get(id);
  if (!document) return { stats: { updated: 0 } };
  const values = Object.entries(data).map(([field, command]) => [field, (command as SetCommand).value]);
  documents.set(id, { ...document, ...Object.fromEntries(values) });
  return { stats: { updated: 1 } };
}

function collection(name: string) {
  const documents = documentsOf(name);
  return {
    doc: (id: string) => ({
      get: async () => ({ data: documents.get(id) ?? null }),
      update: async ({ data }: { data: Fields }) => update(documents, id, data),
    }),
    add: async ({ data }: { data: Fields }) => {
      const id = String(data._id);
      if (documents.has(id)) throw Object.assign(new Error('duplicate key'), { errCode: -501001 });
      documents.set(id, data);
      return { _id: id };
    },
  };
}

const transaction = { collection, commit: async () => ({}), rollback: async () => ({}) };

export default {
  DYNAMIC_CURRENT_ENV: Symbol('environment'),
  init: () => undefined,
  database: () => ({
    collection,
    command: { set: (value: unknown) => new SetCommand(value) },
    startTransaction: async () => transaction,
  }),
};
