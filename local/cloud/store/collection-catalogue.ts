import { buildIndex, newDeclarations } from './build-index';
import { Collection } from './collection';
import type { GroupCommit } from './group-commit';
import { COLLECTION_LIMIT } from './limits';
import { type IndexDeclaration, StoreError } from './store';
import { collectionMissing } from './store-errors';

/** The collections by name; a new one, or a new index, goes to the log with the batch of this turn. */
export class CollectionCatalogue {
  constructor(
    private readonly collections: Map<string, Collection>,
    private readonly groupCommit: GroupCommit,
  ) {}

  names(): string[] {
    return [...this.collections.keys()];
  }

  find(name: string): Collection | undefined {
    return this.collections.get(name);
  }

  get(name: string): Collection {
    const collection = this.collections.get(name);
    if (collection === undefined) throw collectionMissing(name);
    return collection;
  }

  create(name: string): Collection {
    if (this.collections.has(name)) {
      throw new StoreError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}`);
    }
    if (this.collections.size >= COLLECTION_LIMIT) {
      throw new StoreError('DATABASE_COLLECTION_EXCEED_LIMIT', `at most ${COLLECTION_LIMIT} collections`);
    }
    this.groupCommit.add({ kind: 'collection', name });
    const collection = new Collection(name);
    this.collections.set(name, collection);
    return collection;
  }

  /** Builds the indexes that are not declared yet, all of them or none. */
  declareIndexes(name: string, declarations: IndexDeclaration[]): void {
    const collection = this.find(name) ?? this.create(name);
    const built = newDeclarations(collection, declarations).map(fresh => buildIndex(collection, fresh));
    for (const index of built) {
      this.groupCommit.add({ kind: 'index', collection: name, declaration: index.declaration });
      collection.indexes.push(index);
    }
  }
}
