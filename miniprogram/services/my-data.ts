import { type Copy, keepCopy } from './offline-copy';
import { renewSession } from './riders';
import { call } from './rpc';

/** What a rider's privacy page counts. */
export interface MyData {
  isConsentGiven: boolean;
  cards: number;
  unreadNotices: number;
}

async function readMyData(): Promise<MyData> {
  const { consent } = await renewSession();
  const [{ bindings }, { unread }] = await Promise.all([
    call('bindings.list', {}),
    call('inbox.list', { limit: 1 }),
  ]);
  return { isConsentGiven: consent.given, cards: bindings.length, unreadNotices: unread };
}

/** How much is stored about the rider, and whether the guideline is agreed to. Throws `ServiceError`. */
export const myData = (): Promise<Copy<MyData>> => keepCopy('my-data', readMyData);
