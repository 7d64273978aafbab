/** A bind code on its way from being made to being used up. */
export interface BindCodeView {
  /** Two groups of four, which people read out and type more easily. */
  groups: string[];
  /** `还有 9 分 41 秒有效`; empty once it has run out. */
  remaining: string;
  /** How much of its time is left, 0 to 100, for the line that shortens. */
  remainingPercent: number;
  /** Read out character by character. */
  label: string;
}

/** How a code becomes a card that is bound. */
export const bindStops: readonly { explanation: string }[] = [
  { explanation: '打开运营方应用的「碳点点」入口，或到客服中心' },
  { explanation: '输入或报出上面的 8 位绑定码' },
  { explanation: '确认后这里会自动显示，不用刷新' },
];

/** As the server has it; only the line is drawn by it, the time itself comes with the code. */
const LIFETIME_MS = 10 * 60_000;

function remainingText(seconds: number): string {
  if (seconds <= 0) return '';
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `还有 ${minutes} 分 ${seconds % 60} 秒有效` : `还有 ${seconds} 秒有效`;
}

export function viewBindCode(
  { code, expiresAtMs }: { code: string; expiresAtMs: number },
  nowMs: number,
): BindCodeView {
  const leftMs = Math.max(0, expiresAtMs - nowMs);
  return {
    groups: [code.slice(0, 4), code.slice(4)],
    remaining: remainingText(Math.ceil(leftMs / 1000)),
    remainingPercent: Math.min(100, Math.round((100 * leftMs) / LIFETIME_MS)),
    label: `绑定码：${[...code].join(' ')}`,
  };
}
