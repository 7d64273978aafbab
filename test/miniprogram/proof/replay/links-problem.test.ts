import type { ExportedEntry } from '../../../../miniprogram/proof/replay';
import { linksProblem } from '../../../../miniprogram/proof/replay/links-problem';

type Move = [source: string, destination: string];

function entryOf(moves: Move[], linked: (string | null)[]): ExportedEntry {
  const postings = moves.map(([source, destination]) => ({ source, destination, kind: 'bonus', lots: [] }));
  const chain = linked.map(account => account && { account, seq: 1, previousHash: '', hash: '' });
  return { _id: 'e', account: 'user:a', postings, chain } as unknown as ExportedEntry;
}

test.each<[string, Move[], (string | null)[], RegExp | null]>([
  ['an entry of one account', [['mint:trip', 'user:a']], ['user:a'], null],
  ['one that sets aside', [['user:a', 'held:a']], ['user:a'], null],
  ['one over two accounts', [['held:a', 'merchant:self']], ['user:a', 'merchant:self'], null],
  ['another user', [['user:a', 'held:b']], ['user:a'], /touches another user’s held:b/],
  [
    'links in another order',
    [['user:a', 'merchant:m']],
    ['merchant:m', 'user:a'],
    /first link is merchant:m’s/,
  ],
  ['an account without a link', [['user:a', 'merchant:m']], ['user:a'], /touches merchant:m without a link/],
  [
    'a link without an account',
    [['mint:trip', 'user:a']],
    ['user:a', 'pool:x'],
    /chain of pool:x without touching/,
  ],
  ['a link that is none', [['mint:trip', 'user:a']], ['user:a', null], /chain of undefined without touching/],
])('%s', (_, moves, linked, problem) => {
  const found = linksProblem(entryOf(moves, linked));
  if (problem === null) expect(found).toBeNull();
  else expect(found).toMatch(problem);
});
