import type { Devices } from '../../shell/shell-contract';
import { WxFailure } from '../calling/wx-failure';

/** How long a phone takes to notice that there is no network. */
const NOTICE_MS = 60;

/**
 * Sends something over the network that the panel plays: it waits its delay half on the way there and half on the way
 * back, and when the network goes off meanwhile the answer is lost although the server may have acted. That is the case
 * for which request ids exist.
 */
export async function travel<Answer>(devices: Devices, send: () => Promise<Answer>): Promise<Answer> {
  const { network, networkDelayMs } = devices.current();
  if (network === 'none') return failLater();
  const cut = cutOff(devices);
  try {
    await Promise.race([wait(networkDelayMs / 2), cut.lost]);
    const answer = await Promise.race([send(), cut.lost]);
    await Promise.race([wait(networkDelayMs / 2), cut.lost]);
    return answer;
  } finally {
    cut.stop();
  }
}

const noNetwork = (): WxFailure => new WxFailure('request:fail ', { errCode: -1 });

async function failLater(): Promise<never> {
  await wait(NOTICE_MS);
  throw noNetwork();
}

function cutOff(devices: Devices): { lost: Promise<never>; stop: () => void } {
  let stop = (): void => {};
  const lost = new Promise<never>((_, reject) => {
    stop = devices.observe(state => state.network === 'none' && reject(noNetwork()));
  });
  // Nobody may be waiting any more when the network goes off.
  lost.catch(() => undefined);
  return { lost, stop };
}

const wait = (delayMs: number): Promise<void> =>
  delayMs <= 0 ? Promise.resolve() : new Promise(resolve => setTimeout(resolve, delayMs));
