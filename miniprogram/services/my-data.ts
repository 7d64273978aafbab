import { type Copy, keepCopy } from './offline-copy';
import { renewSession, type Session } from './riders';

/** What a rider's privacy page begins with. */
export interface MyData {
  isConsentGiven: boolean;
  deletion: Session['deletion'];
}

async function readMyData(): Promise<MyData> {
  const { consent, deletion } = await renewSession();
  return { isConsentGiven: consent.given, deletion };
}

/** Whether the guideline is agreed to, and whether the account is about to be closed. Throws `ServiceError`. */
export const myData = (): Promise<Copy<MyData>> => keepCopy('my-data', readMyData);
