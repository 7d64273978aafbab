/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { floor, max, min, round } = Math;

/** What really happened: where along its way somebody was at every step of time, and how fast. */
export interface Motion {
  metres: readonly number[];
  speeds: readonly number[];
}

export const STEP_SECONDS = 0.5;

export const durationSeconds = (motion: Motion): number => (motion.metres.length - 1) * STEP_SECONDS;

export function metresAt({ metres }: Motion, seconds: number): number {
  const index = min(metres.length - 1, max(0, floor(seconds / STEP_SECONDS)));
  const next = metres[index + 1] ?? metres[index]!;
  return metres[index]! + (next - metres[index]!) * min(1, seconds / STEP_SECONDS - index);
}

export function speedAt({ speeds }: Motion, seconds: number): number {
  return speeds[min(speeds.length - 1, max(0, round(seconds / STEP_SECONDS)))]!;
}

export const meanSpeed = (motion: Motion): number => motion.metres.at(-1)! / durationSeconds(motion);

export const peakSpeed = ({ speeds }: Motion): number => speeds.reduce((peak, speed) => max(peak, speed), 0);
