import { momentText } from '../../../views/beijing-time';

/** What the server has of a track that was left open. */
export const leftText = ({ begunAtMs, points }: { begunAtMs: number; points: number }, nowMs: number) =>
  `${momentText(begunAtMs, nowMs)} 开始，已收到 ${points} 个位置。`;

export const recordSteps: readonly { name: string; explanation: string }[] = [
  { name: '出发时点开始', explanation: '在室外，允许使用位置。手机可以放进包里。' },
  { name: '到了点结束', explanation: '起点和终点不同，300 米到 60 公里。换乘别的车之前先结束。' },
  { name: '马上看到结果', explanation: '算骑行就给奖励积分；不算会说清原因。' },
];

export const discardQuestion = {
  title: '丢弃这次记录？',
  content: '已记下的位置会删除，不能找回。',
  confirmText: '丢弃',
  cancelText: '留着',
};

export const withdrawQuestion = {
  title: '撤回位置同意？',
  content: '所有骑行的位置立即删除，积分不变。之后要记录骑行，需要重新同意。',
  confirmText: '撤回',
  cancelText: '先不',
};
