import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { listDayTrips, RECONCILED_AT_ONCE, reconcileDay, ticketsHashOf } from '../rides';
import { agreementOf } from './compare-days';
import { type StatedDay, statedDayId, statedDays } from './store';

/** As many differences as a person looks into. */
const NAMED_MOST = 100;
const FETCHED_AT_ONCE = 1_000;

export interface Statement {
  partnerId: string;
  day: string;
  count: number;
  ticketsHash: string;
  /** Digests of all his tickets of the day. */
  tickets?: readonly string[] | undefined;
}

export interface StatementAnswer {
  day: string;
  agrees: boolean | null;
  received: { count: number; ticketsHash: string };
  /** Digests that only he has, and that only we have, at most a hundred each; left out unless he sent his tickets. */
  unknownToUs?: string[];
  unknownToYou?: string[];
}

/** He has miscounted before we compare anything. */
function checkTickets({ count, ticketsHash, tickets }: Statement): void {
  if (!tickets) return;
  const sorted = [...new Set(tickets)].sort();
  if (sorted.length !== count) {
    throw new Refusal('INVALID_INPUT', { field: 'count', reason: '票号数量与 tickets 不一致，或有重复' });
  }
  if (ticketsHashOf(sorted) !== ticketsHash) {
    throw new Refusal('INVALID_INPUT', {
      field: 'ticketsHash',
      reason: '应为 tickets 排序后以换行相连的 SHA-256',
    });
  }
}

async function ourDigests(platform: Platform, { partnerId, day }: Statement): Promise<string[]> {
  const digests: string[] = [];
  for (let after = ''; digests.length < RECONCILED_AT_ONCE; after = digests.at(-1)!) {
    const page = await listDayTrips(platform, { partnerId, day, after, limit: FETCHED_AT_ONCE });
    digests.push(...page.map(({ ticketDigest }) => ticketDigest));
    if (page.length < FETCHED_AT_ONCE) break;
  }
  return digests;
}

async function differences(platform: Platform, statement: Statement) {
  const ours = new Set(await ourDigests(platform, statement));
  const theirs = new Set(statement.tickets);
  return {
    unknownToUs: [...theirs].filter(digest => !ours.has(digest)).slice(0, NAMED_MOST),
    unknownToYou: [...ours].filter(digest => !theirs.has(digest)).slice(0, NAMED_MOST),
  };
}

async function keep(platform: Platform, { partnerId, day, count, ticketsHash }: Statement): Promise<void> {
  const _id = statedDayId(partnerId, day);
  const stated: StatedDay = { _id, partnerId, day, count, ticketsHash, statedAtMs: platform.nowMs() };
  await platform.database.transact(async transaction => {
    const { _id: id, ...fields } = stated;
    if (await transaction.get(statedDays, id)) await transaction.update(statedDays, id, fields);
    else await transaction.add(statedDays, stated);
  });
}

/**
 * Keeps what a partner says of a day, for people to see beside ours, and tells him at once whether both agree. The latest
 * word counts, however often he says it. Errors: `INVALID_INPUT` when his tickets are not what he says of them. Five
 * database calls and one a thousand rides, twice where he sends his tickets.
 */
export async function stateDay(platform: Platform, statement: Statement): Promise<StatementAnswer> {
  checkTickets(statement);
  await keep(platform, statement);
  const { partnerId, day } = statement;
  const ours = await reconcileDay(platform, { partnerId, day, after: '' });
  const agrees = agreementOf(ours, statement);
  const named = statement.tickets && ours.nextAfter === null ? await differences(platform, statement) : {};
  return { day, agrees, received: ours.received, ...named };
}
