import { createHash } from 'node:crypto';
import type { ReconciledDay } from '../../../../cloudfunctions/domain/rides';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const HOUR_MS = 3_600_000;
const midnightMs = Date.parse('2026-11-09T00:00:00+08:00');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** As a partner computes it from his own list of tickets. */
const ticketsHash = (tickets: readonly string[]): string => sha256(tickets.map(sha256).sort().join('\n'));

let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const reconciled = async (day: string, after?: string): Promise<ReconciledDay> => {
  const { status, body } = await partner.get<ReconciledDay>(`days/${day}${after ? `/${after}` : ''}`);
  expect(status).toBe(200);
  return body;
};

const nothing = {
  accepted: { count: 0, grams: 0, ticketsHash: sha256('') },
  received: { count: 0, ticketsHash: sha256('') },
  reversed: { count: 0 },
  pending: { count: 0 },
  refused: { count: 0 },
  nextAfter: null,
};

test('a day without rides is empty', async () => {
  expect(await reconciled('2026-11-08')).toEqual({ day: '2026-11-08', ...nothing });
});

test('a day counts what was taken, taken back, waits and was refused, by the time of entry', async () => {
  await partner.riderWithCard('o-ann', 'ann');
  const at = (hours: number) => midnightMs + hours * HOUR_MS;
  const ride = (ticketId: string, card: string, hours: number) => shortRide(ticketId, card, at(hours));
  const good = ['行程-1', 'good 2', 'good 3'].map((ticketId, n) => ride(ticketId, 'ann', n + 1));
  const lastOfDay = shortRide('last of day', 'ann', at(24) - 60_000);
  const late = shortRide('of the next day', 'ann', at(24) + 10 * 60_000);
  const overlapping = ride('overlapping', 'ann', 1);
  const rides = [...good, lastOfDay, late, overlapping, ride('back', 'ann', 8)];
  await partner.rides([
    ...rides,
    ride('early', 'ann', 9),
    ...['w 1', 'w 2'].map((w, n) => ride(w, 'bob', n)),
  ]);
  await partner.post('reversals', { ticketId: 'back', reason: 'r' });
  await partner.post('reversals', { ticketId: 'before its ride', reason: 'r' });
  await partner.rides([ride('before its ride', 'ann', 10)]);
  await partner.post('reversals', { ticketId: 'ride never came', reason: 'r' });
  const tickets = ['行程-1', 'good 2', 'good 3', 'last of day', 'early'];
  expect(await reconciled('2026-11-09')).toEqual({
    day: '2026-11-09',
    accepted: { count: 5, grams: 5 * SHORT_RIDE_GRAMS, ticketsHash: ticketsHash(tickets) },
    received: { count: 9, ticketsHash: ticketsHash([...tickets, 'back', 'before its ride', 'w 1', 'w 2']) },
    reversed: { count: 2 },
    pending: { count: 2 },
    refused: { count: 0 },
    nextAfter: null,
  });
  expect((await reconciled('2026-11-10')).accepted.ticketsHash).toBe(ticketsHash(['of the next day']));

  // Ann binds the second card as well: one of its waiting rides overlaps one of hers.
  await partner.bindCard('o-ann', 'bob');
  const after = await reconciled('2026-11-09');
  expect(after).toMatchObject({ accepted: { count: 6 }, pending: { count: 0 }, refused: { count: 1 } });
  expect(after.accepted.ticketsHash).toBe(ticketsHash([...tickets, 'w 1']));
});

describe('a day of more than twenty thousand rides', () => {
  const COUNT = 20_300;
  const tickets = Array.from({ length: COUNT }, (_, n) => `ticket ${n}`);

  /** Written as they stand in the database, many at once: two hundred batches would take minutes. */
  async function writeTrips(partnerId: string, ofPartner: readonly string[]): Promise<void> {
    for (let from = 0; from < ofPartner.length; from += 300) {
      const data = ofPartner.slice(from, from + 300).map(ticketId => {
        const state = Number(ticketId.split(' ')[1]) % 100 === 0 ? 'reversed' : 'credited';
        const ticketDigest = sha256(ticketId);
        const day = '2026-10-20';
        return JSON.stringify({
          _id: `${partnerId}:${ticketId}`,
          partnerId,
          day,
          state,
          ticketDigest,
          creditedGrams: 41,
        });
      });
      const answer = await product.http('/admin', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action: 'database.insertDocument', collectionName: 'trips', data }),
      });
      const { data: inserted } = (await answer.json()) as { data?: { insertedIds: string[] } };
      expect(inserted?.insertedIds).toHaveLength(data.length);
    }
  }

  test('comes in pages that join to the whole, and shows nothing of another partner', async () => {
    await writeTrips('bawei', tickets);
    await writeTrips('hello', ['ticket 1', 'ticket 2']);
    const pages: ReconciledDay[] = [];
    do pages.push(await reconciled('2026-10-20', pages.at(-1)?.nextAfter ?? undefined));
    while (pages.at(-1)!.nextAfter !== null);
    const inOrder = tickets.toSorted((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
    const credited = (some: string[]) => some.filter(ticketId => Number(ticketId.split(' ')[1]) % 100 !== 0);
    const [first, second] = [credited(inOrder.slice(0, 20_000)), credited(inOrder.slice(20_000))];
    expect(pages.map(page => page.accepted)).toEqual(
      [first, second].map(part => ({
        count: part.length,
        grams: 41 * part.length,
        ticketsHash: ticketsHash(part),
      })),
    );
    expect(pages[0]!.reversed.count + pages[1]!.reversed.count).toBe(COUNT / 100);
    expect(pages[0]!.nextAfter).toBe(sha256(inOrder[19_999]!));
  });
});
