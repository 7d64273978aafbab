import { AccountGroups } from '../../../local/ledger/account-groups';

/** Longer than all buffers together, so that most of it goes through files. */
const ACCOUNTS = Array.from({ length: 300 }, (_, number) => `user:${number}`);
const lineOf = (account: string, turn: number): string =>
  `${account} ${turn} ${['plain', '碳点点 🚇', '"quoted"', ''][turn % 4]} ${'长'.repeat(turn === 7 ? 50_000 : turn * 40)}`;

test('gives every line back as it was, in order and all of an account together', () => {
  const groups = new AccountGroups();
  try {
    for (let turn = 0; turn < 20; turn += 1)
      for (const account of ACCOUNTS.slice(turn === 7 ? 298 : 0)) groups.add(account, lineOf(account, turn));
    const found = new Map<string, string[]>();
    for (const { lines, isPlaceOf } of groups.batches()) {
      for (const line of lines) {
        const account = line.slice(0, line.indexOf(' '));
        expect(isPlaceOf(account)).toBe(true);
        found.set(account, [...(found.get(account) ?? []), line]);
      }
    }
    const turns = Array.from({ length: 20 }, (_, turn) => turn);
    for (const [index, account] of ACCOUNTS.entries())
      expect(found.get(account)).toEqual(
        turns.filter(turn => turn !== 7 || index >= 298).map(turn => lineOf(account, turn)),
      );
  } finally {
    groups.close();
  }
});
