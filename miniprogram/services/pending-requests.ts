/**
 * Ids of requests that change something and have no answer yet. An id is stored before its request is sent, under the
 * intent it stands for, so that a retry after a lost answer, or after the app was closed, is the same request to the
 * server and has one effect.
 */
const STORAGE_KEY = 'pending-requests';

/** The server keeps answers for a week; an intent that old is a new one to the person. */
const KEPT_MS = 24 * 3_600_000;

interface PendingRequest {
  requestId: string;
  madeAtMs: number;
}

type PendingRequests = Record<string, PendingRequest>;

function read(): PendingRequests {
  const stored: unknown = wx.getStorageSync(STORAGE_KEY);
  return typeof stored === 'object' && stored !== null ? (stored as PendingRequests) : {};
}

function fresh(requests: PendingRequests): PendingRequests {
  const oldestMs = Date.now() - KEPT_MS;
  return Object.fromEntries(Object.entries(requests).filter(([, { madeAtMs }]) => madeAtMs >= oldestMs));
}

/** 26 digits of base 36. Ids are compared within one rider and procedure only, so they need not be secret. */
function newRequestId(): string {
  const part = () => Math.random().toString(36).slice(2, 11).padEnd(9, '0');
  return `${Date.now().toString(36)}${part()}${part()}`.slice(0, 26);
}

/** The id of the intent's request: the stored one when an earlier try got no answer, else a new one, stored. */
export function requestIdFor(intent: string): string {
  const requests = fresh(read());
  const known = requests[intent]?.requestId;
  if (known !== undefined) return known;
  const requestId = newRequestId();
  wx.setStorageSync(STORAGE_KEY, { ...requests, [intent]: { requestId, madeAtMs: Date.now() } });
  return requestId;
}

/** The intent has its answer: the next request for the same thing is a new one. */
export function settleRequest(intent: string): void {
  const { [intent]: _, ...others } = read();
  wx.setStorageSync(STORAGE_KEY, others);
}
