import type { Change } from '../../../../local/demo/tamper/forge';
import type { History, StoredAccount, StoredEntry } from '../../../../local/demo/tamper/history';
import type { SealedWorld } from '../../../cloudfunctions/domain/seals/sealed-world';

export type Document = Record<string, unknown> & { _id: string };

export const documentsOf = (world: SealedWorld, collection: string): Document[] =>
  [...world.documents.of(collection).values()].map(text => JSON.parse(text) as Document);

/** What a forger finds of a rider. */
export function historyOf(world: SealedWorld, rider: string, sealedUpTo: string): History {
  const entries = documentsOf(world, 'ledger_entries').filter(({ account }) => account === rider);
  const account = documentsOf(world, 'ledger_accounts').find(({ _id }) => _id === rider) as StoredAccount;
  const ordered = (entries as StoredEntry[]).sort((left, right) => left.seq - right.seq);
  return { account, entries: ordered, sealedUpTo };
}

export function writeChanges(world: SealedWorld, changes: readonly Change[], side: 'before' | 'after'): void {
  for (const { collection, id, ...change } of changes) {
    if (change[side] === null) world.documents.of(collection).delete(id);
    else world.documents.of(collection).set(id, JSON.stringify(change[side]));
  }
}
