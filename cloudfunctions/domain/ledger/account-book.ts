import type { Transaction } from '../../platform';
import type { Account } from './account';
import { closeAccount, type OpenAccount, openAccount } from './open-account';

/** The accounts that a transaction works on, for entries over several of them: each is read once and written once. */
export class AccountBook {
  private readonly opened = new Map<string, { open: OpenAccount; asRead: Account }>();

  constructor(readonly transaction: Transaction) {}

  async open(id: string): Promise<OpenAccount> {
    const known = this.opened.get(id);
    if (known) return known.open;
    const open = await openAccount(this.transaction, id);
    this.opened.set(id, { open, asRead: open.account });
    return open;
  }

  /**
   * Writes back the accounts that have changed. Others are only read; to write an unchanged document back would
   * be no protection, since for the database that is no write.
   */
  async close(): Promise<void> {
    for (const { open, asRead } of this.opened.values()) {
      if (open.account !== asRead) await closeAccount(this.transaction, open);
    }
  }
}
