import type { RunningCall } from '../runner/running-call';

/** One request of the SDK. */
export interface AdminRequest {
  /** The JSON body, or the fields of a multipart one. */
  parameters: Record<string, unknown>;
  bodyBytes: number;
  /** The function call it belongs to; null for callers outside of any function. */
  call: RunningCall | null;
}

/** `data` goes into the answer beside `requestId`; starting a transaction is the one action that answers at the top level. */
export type AdminAnswer = { data: unknown } | { transactionId: string } | { binary: Buffer };

/** @throws CloudError or StoreError, whose code and message become the answer */
export type AdminAction = (request: AdminRequest) => Promise<AdminAnswer>;

/** Every action by its name in the SDK's request. */
export type AdminActions = Map<string, AdminAction>;
