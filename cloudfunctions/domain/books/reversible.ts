import { creditsOf, type Entry } from '../ledger';
import { riderOf } from './account-name';

/** Why an entry cannot be taken back, in words; null when it can, as far as the entry itself says. */
export function irreversibleBecause(entry: Entry): string | null {
  if (riderOf(entry.account) === null) return '只能撤销会员账户的入账';
  if (entry.reference.type === 'entry') return '撤销本身不能再撤销；需要时请人工补发';
  return creditsOf(entry).length === 0 ? '这笔没有给会员入账，没有可以撤销的积分' : null;
}
