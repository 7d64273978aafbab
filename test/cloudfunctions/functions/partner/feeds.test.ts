import { createHash } from 'node:crypto';
import { type PartnerClient, plantPartner, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let product: Product;
let partner: PartnerClient;
let other: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = await plantPartner(product, 'one');
  other = await plantPartner(product, 'other');
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const bindingOf = async (openid: string, label: string) =>
  (await product.data(openid, 'bindings.list', {})).bindings.find(card => card.label === label)!.bindingId;

interface Unbound {
  unbound: { cardId: string; atMs: number }[];
  nextAfter: string;
  more: boolean;
}
const unboundAfter = async (after = '', sender = partner) =>
  (await sender.get<Unbound>(`unbindings${after && `/${after}`}`)).body;

describe('a rider who unbinds a card', () => {
  test('is in its partner’s feed once a minute has passed, by the name that the binding was answered with', async () => {
    await product.signedInRider('o-ann', { consent: true });
    const { code } = await product.data('o-ann', 'bindings.createCode', {});
    const { body } = await partner.post<{ cardId: string }>('bindings', {
      bindCode: code,
      riderToken: 'card 0001',
    });
    expect((await partner.post('cards', { riderToken: 'card 0001' })).body).toEqual({
      cardId: body.cardId,
      bound: true,
    });
    await product.data('o-ann', 'bindings.remove', { bindingId: await bindingOf('o-ann', '0001') });
    expect(await unboundAfter()).toEqual({ unbound: [], nextAfter: '', more: false });
    await product.advanceClock(MINUTE_MS + 1_000);
    const page = await unboundAfter();
    expect(page.unbound.map(({ cardId }) => cardId)).toEqual([body.cardId]);
    expect(await unboundAfter(page.nextAfter)).toEqual({
      unbound: [],
      nextAfter: page.nextAfter,
      more: false,
    });
    expect((await unboundAfter('', other)).unbound).toEqual([]);
    expect((await partner.post('cards', { riderToken: 'card 0001' })).body).toEqual({
      cardId: body.cardId,
      bound: false,
    });
  });

  test('is in it too when consent is withdrawn, and not when the partner himself has unbound it', async () => {
    await partner.riderWithCard('o-bob', 'card 0002');
    await partner.riderWithCard('o-cat', 'card 0003');
    const { nextAfter } = await unboundAfter();
    await product.data('o-bob', 'riders.withdrawConsent', {});
    await partner.post('unbindings', { riderToken: 'card 0003' });
    await product.advanceClock(2 * MINUTE_MS);
    const { cardId } = (await partner.post<{ cardId: string }>('cards', { riderToken: 'card 0002' })).body;
    expect((await unboundAfter(nextAfter)).unbound.map(card => card.cardId)).toEqual([cardId]);
    const { notices } = await product.data('o-cat', 'inbox.list', { limit: 5 });
    expect(notices[0]).toMatchObject({ template: 'card-unbound-by-partner' });
  });

  test('nobody reads on from a place that no page has named', async () => {
    expect(await partner.get('unbindings/elsewhere')).toMatchObject({ status: 400 });
  });
});

describe('a day as both sides see it', () => {
  const day = '2026-11-09';
  const digestOf = (ticketId: string) => createHash('sha256').update(ticketId).digest('hex');
  const hashOf = (digests: string[]) =>
    createHash('sha256')
      .update([...digests].sort().join('\n'))
      .digest('hex');
  const state = async (digests: string[], more: object = {}) =>
    partner.post('days', { day, count: digests.length, ticketsHash: hashOf(digests), ...more });
  const tickets = ['T 1', 'T 2', 'T 3'].map(digestOf);

  beforeAll(async () => {
    const fromMs = Date.parse(`${day}T08:00:00+08:00`);
    await partner.rides(
      ['T 1', 'T 2', 'T 3'].map((ticketId, n) => shortRide(ticketId, 'card 9', fromMs + n * HOUR_MS)),
    );
  });

  test('agrees when the tickets are the same, whatever became of them', async () => {
    await partner.post('reversals', { ticketId: 'T 2', reason: 'wrong' });
    expect((await state(tickets)).body).toEqual({
      day,
      agrees: true,
      received: { count: 3, ticketsHash: hashOf(tickets) },
    });
  });

  test('says which tickets only one side has, and the last word counts', async () => {
    const theirs = [tickets[0]!, tickets[1]!, digestOf('T 4')];
    expect((await state(theirs, { tickets: theirs })).body).toMatchObject({
      agrees: false,
      unknownToUs: [digestOf('T 4')],
      unknownToYou: [tickets[2]],
    });
    expect((await state(tickets, { tickets })).body).toMatchObject({
      agrees: true,
      unknownToUs: [],
      unknownToYou: [],
    });
  });

  test.each<[string, () => object, string]>([
    ['another count than tickets', () => ({ tickets, count: 4 }), 'count'],
    ['a ticket twice', () => ({ tickets: [...tickets, tickets[0]], count: 4 }), 'count'],
    ['another hash than its tickets', () => ({ tickets, ticketsHash: hashOf([]) }), 'ticketsHash'],
    ['a day that there is not', () => ({ day: '2026-02-30' }), 'day'],
  ])('is refused with %s', async (_, more, field) => {
    expect(await state(tickets, more())).toMatchObject({ status: 400, body: { details: { field } } });
  });
});
