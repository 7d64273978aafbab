/**
 * A cloud function that posts: the ledger's own use case `credit`, on the real SDK, as many at a time as it is told. The
 * endpoint's log then says what that one call has cost.
 */
import { credit, userAccount } from '../../../cloudfunctions/domain/ledger';
import { cloudPlatform } from '../../../cloudfunctions/platform/cloud-platform';
import { sampleCredit, sampleFacts, sampleParameters } from './sample-credit';

export interface PostOrder {
  /** Keeps the keys of two orders apart. */
  name: string;
  posts: number;
  callers: number;
  /** Riders `<prefix>000000` … are credited, chosen at random. */
  riderPrefix: string;
  riderCount: number;
}

export interface PostReport {
  /** Posts that were given up. */
  failures: string[];
}

export async function main(order: PostOrder): Promise<PostReport> {
  const platform = cloudPlatform();
  const failures: string[] = [];
  let next = 0;
  const call = async (): Promise<void> => {
    while (next < order.posts) {
      next += 1;
      const rider = Math.floor(Math.random() * order.riderCount);
      const account = userAccount(`${order.riderPrefix}${String(rider).padStart(6, '0')}`);
      const facts = sampleFacts(`trip:bench:${order.name}:${next}`, platform.nowMs());
      await credit(platform, account, sampleCredit, facts, sampleParameters).catch(error =>
        failures.push(String(error)),
      );
    }
  };
  await Promise.all(Array.from({ length: order.callers }, call));
  return { failures };
}
