import type { Account, Entry } from '../../../cloudfunctions/domain/ledger';
import {
  type AdminClient,
  commitTransaction,
  getById,
  insert,
  startTransaction,
  updateById,
  within,
} from '../http/admin-client';

/** What a post writes: a new entry and its account as it is afterwards. */
export interface SamplePost {
  entry: Entry;
  account: Account;
}

/** As long as the endpoint's own. */
const ID_FOR_NOBODY = '00000000-0000-4000-8000-000000000000';

const callsWithin = (transactionId: string, { entry, account }: SamplePost) => {
  const { _id: id, ...fields } = account;
  return [
    getById('ledger_accounts', id),
    insert('ledger_entries', [entry]),
    updateById('ledger_accounts', id, fields),
    commitTransaction,
  ].map(action => within(transactionId, action));
};

/** The five calls of a post as the SDK sends them: start, get, add, update, commit. */
export async function sendPost(client: AdminClient, post: SamplePost): Promise<void> {
  const { transactionId } = JSON.parse(await client.send(startTransaction)) as { transactionId: string };
  for (const call of callsWithin(transactionId, post)) await client.send(call);
}

/** Requests of the same bytes to a server that does nothing. */
export async function sendPostForNothing(client: AdminClient, post: SamplePost): Promise<void> {
  for (const call of [startTransaction, ...callsWithin(ID_FOR_NOBODY, post)]) await client.send(call);
}
