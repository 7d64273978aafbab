import type { DemoState } from '../folder/demo-file';

const counted = (number: number): string => number.toLocaleString('en-US');

/** What a complete month has come to: sums as the product reports them, and its answers on the way. */
export function summaryText({ tally, credited }: DemoState): string {
  const days = Object.values(credited);
  const count = days.reduce((sum, day) => sum + day.count, 0);
  const grams = days.reduce((sum, day) => sum + day.grams, 0);
  const refused = Object.entries(tally.rejected).map(([code, times]) => `${code} ${times}`);
  return [
    `一个月的数据已就绪：${counted(count)} 次行程，${counted(grams)} 碳积分；时钟已走到现在。`,
    `The month is complete. Of ${counted(tally.sent)} tickets sent ${counted(tally.accepted)} were accepted at once, ` +
      `${tally.pending} waited for a binding, ${tally.duplicate} were duplicates; ` +
      `refused: ${refused.join(', ') || 'none'}.`,
  ].join('\n');
}
