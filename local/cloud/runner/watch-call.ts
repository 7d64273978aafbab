import type { KillReason } from './function-failure';
import type { ProcessHandle } from './process-handle';
import { residentMegabytes } from './resident-memory';

const memoryCheckMs = 200;
/** What Node itself holds beside the function's data; the cloud's own count starts at about the same place. */
const runtimeMegabytes = 64;

/**
 * Kills the process when its call takes too long or too much memory.
 * @returns ends the watch and says why the process was killed, if it was
 */
export function watchCall(
  spawned: ProcessHandle,
  limits: { timeoutSeconds: number; memoryMegabytes: number },
): () => KillReason | null {
  let reason: KillReason | null = null;
  const kill = (why: KillReason) => {
    reason ??= why;
    spawned.kill();
  };
  const time = setTimeout(kill, limits.timeoutSeconds * 1000, 'time');
  const memory = setInterval(() => {
    const used = spawned.pid === undefined ? null : residentMegabytes(spawned.pid);
    if (used !== null && used > limits.memoryMegabytes + runtimeMegabytes) kill('memory');
  }, memoryCheckMs);
  return () => {
    clearTimeout(time);
    clearInterval(memory);
    return reason;
  };
}
