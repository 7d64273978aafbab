import { ServiceError } from './service-error';

/** Many pages in a minute are too many for the server; who waits has lost nothing. */
const PAUSE_MS = 10_000;
const MOST_PAUSES = 12;

/** Sends one of very many requests, and waits where they are too many in a minute. */
export async function patiently<Output>(request: () => Promise<Output>): Promise<Output> {
  for (let paused = 0; ; paused += 1) {
    try {
      return await request();
    } catch (error) {
      const isTooOften = error instanceof ServiceError && error.code === 'RATE_LIMITED';
      if (!isTooOften || paused === MOST_PAUSES) throw error;
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
  }
}
