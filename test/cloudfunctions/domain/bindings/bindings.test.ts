import {
  bindToken,
  listBindings,
  removeBinding,
  riderTokens,
  tokenIdOf,
  unbindToken,
} from '../../../../cloudfunctions/domain/bindings';
import { listNotices } from '../../../../cloudfunctions/domain/inbox';
import type { Platform } from '../../../../cloudfunctions/platform';
import { codesOf } from '../../../support/codes-of';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { newCode } from './new-code';

let product: Product;
let platform: Platform;
let ann: string;
let bob: string;
beforeAll(async () => {
  product = await startProduct();
  platform = product.platform;
  ann = await product.signedInRider('o-ann', { consent: true });
  bob = await product.signedInRider('o-bob', { consent: true });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

let requests = 0;
const request = () => {
  requests += 1;
  return { key: `test:${requests}`, hash: 'h' };
};

const codeOf = (uid: string, expiresAtMs?: number) => newCode(platform, uid, expiresAtMs);
const bind = (bindCode: string, riderToken: string, partnerId = 'bawei') =>
  bindToken(platform, { partnerId, bindCode, riderToken });
const tokenOf = (riderToken: string, partnerId = 'bawei') =>
  platform.database.get(riderTokens, tokenIdOf(platform, { partnerId, riderToken }));

/** The same moment for every part of a use case. */
const at = (nowMs: number): Platform => ({ ...platform, nowMs: () => nowMs });

describe('binding', () => {
  test('keeps nothing of the card but a keyed digest and its last four characters', async () => {
    await bind(await codeOf(ann), '6217000011112222');
    const stored = await tokenOf('6217000011112222');
    expect(stored).toMatchObject({ uid: ann, label: '2222', waiting: false, creditDueAtMs: null });
    expect(JSON.stringify(stored)).not.toContain('621700001111');
  });

  test('answers the same to the same code for the same card, also in the other case', async () => {
    const code = await codeOf(ann);
    const first = await bind(code, 'repeat-card');
    expect(await bind(code.toLowerCase(), 'repeat-card')).toEqual(first);
    expect(
      (await listNotices(platform, { uid: ann, cursor: null, limit: 1 })).notices[0]?.parameters.bindingId,
    ).toBe(first.tokenId);
  });

  test('of one token name by two partners are two cards', async () => {
    await bind(await codeOf(ann), 'shared-name', 'bawei');
    await bind(await codeOf(bob), 'shared-name', 'other');
    expect((await tokenOf('shared-name', 'bawei'))?.uid).toBe(ann);
    expect((await tokenOf('shared-name', 'other'))?.uid).toBe(bob);
  });

  test('of somebody else’s card is refused, and that does not use the code up', async () => {
    await bind(await codeOf(ann), 'anns-card');
    const code = await codeOf(bob);
    expect(await codesOf([bind(code, 'anns-card')])).toEqual(['TOKEN_BOUND']);
    expect((await bind(code, 'bobs-card')).bound).toBe(true);
  });

  test('is possible in a code’s last millisecond and not in the next', async () => {
    const uid = await product.signedInRider('o-punctual', { consent: true });
    const endsAtMs = platform.nowMs() + 600_000;
    const [last, late] = [await codeOf(uid, endsAtMs), await codeOf(uid, endsAtMs)];
    const present = (nowMs: number, bindCode: string, riderToken: string) =>
      bindToken(at(nowMs), { partnerId: 'bawei', bindCode, riderToken });
    expect(await codesOf([present(endsAtMs, late, 'too-late')])).toEqual(['CODE_EXPIRED']);
    expect(await codesOf([present(endsAtMs - 1, last, 'just-in-time')])).toEqual(['ok']);
    expect(await tokenOf('too-late')).toBeNull();
  });

  test('makes rides that waited due to be credited', async () => {
    await bind(await codeOf(ann), 'waited-card');
    const tokenId = tokenIdOf(platform, { partnerId: 'bawei', riderToken: 'waited-card' });
    await unbindToken(platform, { partnerId: 'bawei', riderToken: 'waited-card' });
    await platform.database.updateWhere(riderTokens, { _id: tokenId }, { waiting: true });
    expect(await bind(await codeOf(bob), 'waited-card')).toMatchObject({ creditDue: true });
    const token = await tokenOf('waited-card');
    expect(token?.creditDueAtMs).toBe(token?.boundAtMs);
    expect(token?.lastUnboundAtMs).toBeLessThanOrEqual(token?.boundAtMs ?? 0);
  });
});

describe('at the same time', () => {
  const rounds = process.env.SOAK ? 20 : 4;

  test('one code for several cards of two partners binds one', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const code = await codeOf(ann);
      // Partners of their own, because wrong codes of one partner are limited.
      const partners = [`metro-${round}`, `bus-${round}`, `metro-${round}`, `bus-${round}`];
      const cards = partners.map((partnerId, number) => [`many-${number}`, partnerId] as const);
      const codes = await codesOf(cards.map(card => bind(code, ...card)));
      expect([...codes].sort()).toEqual(['CODE_USED', 'CODE_USED', 'CODE_USED', 'ok']);
      const tokens = await Promise.all(cards.map(card => tokenOf(...card)));
      expect(tokens.filter(token => token?.uid === ann)).toHaveLength(1);
    }
  });

  test('one card by codes of two riders gets one of them', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [annsCode, bobsCode] = [await codeOf(ann), await codeOf(bob)];
      const codes = await codesOf([bind(annsCode, `wanted-${round}`), bind(bobsCode, `wanted-${round}`)]);
      expect([...codes].sort()).toEqual(['TOKEN_BOUND', 'ok']);
      expect((await tokenOf(`wanted-${round}`))?.uid).toBe(codes[0] === 'ok' ? ann : bob);
    }
  });

  test('the same code and card several times is one binding and one notice', async () => {
    const code = await codeOf(bob);
    const before = (await listNotices(platform, { uid: bob, cursor: null, limit: 1 })).unread;
    expect(new Set(await codesOf([1, 2, 3, 4].map(() => bind(code, 'same-same'))))).toEqual(new Set(['ok']));
    expect((await listNotices(platform, { uid: bob, cursor: null, limit: 1 })).unread).toBe(before + 1);
  });

  test('binding to another rider while the first one unbinds is either refused or comes after', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const riderToken = `passed-on-${round}`;
      const { tokenId: bindingId } = await bind(await codeOf(ann), riderToken);
      const code = await codeOf(bob);
      const [removed, taken] = await codesOf([
        removeBinding(platform, { uid: ann, bindingId, request: request() }),
        bind(code, riderToken),
      ]);
      expect(removed).toBe('ok');
      const token = await tokenOf(riderToken);
      expect(token?.uid).toBe(taken === 'ok' ? bob : null);
      expect(['ok', 'TOKEN_BOUND']).toContain(taken);
      expect(token?.lastUnboundAtMs).not.toBeNull();
    }
  });

  test('a withdrawal of consent leaves no card that was bound at that moment', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const openid = `o-racing-${round}`;
      const uid = await product.signedInRider(openid, { consent: true });
      const code = await codeOf(uid);
      const [bound] = await codesOf([
        bind(code, `racing-${round}`),
        product.data(openid, 'riders.withdrawConsent', {}),
      ]);
      expect(['ok', 'CODE_EXPIRED']).toContain(bound);
      expect(await listBindings(platform, uid)).toEqual([]);
    }
  });
});

describe('unbinding by the partner', () => {
  test('tells the rider once, however often it is asked for', async () => {
    await bind(await codeOf(ann), 'lost-card');
    const unbind = () => unbindToken(platform, { partnerId: 'bawei', riderToken: 'lost-card' });
    expect(await unbind()).toEqual({ unbound: true });
    expect(await unbind()).toEqual({ unbound: true });
    expect((await tokenOf('lost-card'))?.uid).toBeNull();
    const { notices } = await listNotices(platform, { uid: ann, cursor: null, limit: 2 });
    expect(notices.map(({ template }) => template)).toEqual(['card-unbound-by-partner', 'card-bound']);
  });

  test('of a card that was never seen is refused', async () => {
    const work = unbindToken(platform, { partnerId: 'bawei', riderToken: 'never-seen' });
    expect(await codesOf([work])).toEqual(['NOT_FOUND']);
  });
});
