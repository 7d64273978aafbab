import { thousands } from './amounts';
import { changeOf, type Entry } from './statement';

/** Credits that have just arrived, floating until a tap collects them; they are in the ledger already. */
export interface BubbleView {
  seq: number;
  amount: number;
  text: string;
  kind: 'carbon' | 'bonus';
  label: string;
}

const MOST_BUBBLES = 3;
const NEW_FOR_MS = 7 * 86_400_000;

/** The latest entries that brought something within a week and were not collected on this phone yet. */
export function viewBubbles(
  entries: readonly Entry[],
  collected: readonly number[],
  nowMs: number,
): BubbleView[] {
  return entries
    .filter(({ seq, atMs }) => nowMs - atMs < NEW_FOR_MS && !collected.includes(seq))
    .map(entry => ({ seq: entry.seq, change: changeOf(entry) }))
    .filter(({ change }) => change.carbon + change.bonus > 0)
    .slice(0, MOST_BUBBLES)
    .map(({ seq, change }) => {
      const amount = change.carbon + change.bonus;
      const kind = change.carbon > 0 ? 'carbon' : 'bonus';
      const label = `收下新到的 ${thousands(amount)} ${kind === 'carbon' ? '减排' : '奖励'}积分`;
      return { seq, amount, text: `+${thousands(amount)}`, kind, label };
    });
}
