import { createHash } from 'node:crypto';
import { cloudPlatform } from '../../../cloudfunctions/platform/cloud-platform';
import { ask, type Caller, prepare } from './requests';

/*
 * A process that trades on the real SDK, to be killed: its callers ask one thing after the other and tell what they were
 * answered. What they were answered is told before they go on.
 */

/** `turns` from 0 on for each caller; without them it goes on until the process dies. */
export interface Order {
  callers: (Caller & { turns?: number })[];
  isFirst: boolean;
}

/** What a caller was answered: the entry's key and the hash of all of it, or that there was none. */
export interface Answer {
  caller: Caller;
  turn: number;
  key: string | null;
  hash: string | null;
  code: string | null;
}

/** Who gets no end of turns is never waited for. */
const CALLERS_AT_ONCE = 24;

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 20));

/** Again until there is an answer: nobody knows what became of a request that ended otherwise. */
async function askUntilAnswered(caller: Caller, turn: number): Promise<Answer> {
  for (;;) {
    try {
      const said = await ask(cloudPlatform(), caller, turn);
      if (said === 'TRY_AGAIN') continue;
      if (said === null || typeof said === 'string')
        return { caller, turn, key: null, hash: null, code: said };
      return { caller, turn, key: said._id, hash: hashOf(said), code: null };
    } catch {
      await pause();
    }
  }
}

const tell = (answer: Answer): Promise<void> =>
  new Promise(resolve => void process.send!(answer, () => resolve()));

async function trade({ turns, ...caller }: Order['callers'][number]): Promise<void> {
  for (let turn = 0; turns === undefined || turn < turns; turn += 1) {
    await tell(await askUntilAnswered(caller, turn));
  }
}

// The SDK warns of requests that wait their turn; with so many at once many do.
console.warn = () => undefined;
process.once('disconnect', () => process.exit());
process.once('message', (order: Order) => {
  void (async () => {
    if (order.isFirst) await prepare(cloudPlatform());
    const waiting = [...order.callers];
    const oneAfterTheOther = async (): Promise<void> => {
      for (let caller = waiting.shift(); caller; caller = waiting.shift()) await trade(caller);
    };
    await Promise.all(Array.from({ length: CALLERS_AT_ONCE }, oneAfterTheOther));
    process.disconnect();
  })();
});
