import { requestIdFor, settleRequest } from './pending-requests';
import { ServiceError } from './service-error';

/** Requests under way, by intent: a second tap gets the first one's answer. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Has one effect however often it is sent: the request's id is stored before the first try and used again until an
 * answer came. Requests of the same intent are the same request. `around` may do something before or between tries.
 */
export function withOneEffect<Output>(
  intent: string,
  request: (requestId: string) => Promise<Output>,
  around: (attempt: () => Promise<Output>) => Promise<Output> = attempt => attempt(),
): Promise<Output> {
  const running = underWay.get(intent) as Promise<Output> | undefined;
  if (running) return running;
  const started = around(() => settledByAnswer(intent, request)).finally(() => underWay.delete(intent));
  underWay.set(intent, started);
  return started;
}

async function settledByAnswer<Output>(
  intent: string,
  request: (requestId: string) => Promise<Output>,
): Promise<Output> {
  const requestId = requestIdFor(intent);
  try {
    const output = await request(requestId);
    settleRequest(intent);
    return output;
  } catch (error) {
    if (!(error instanceof ServiceError) || !error.isUndecided) settleRequest(intent);
    throw error;
  }
}
