import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { bindToken } from '../../../../cloudfunctions/domain/bindings';
import { addNotice } from '../../../../cloudfunctions/domain/inbox';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const partnerId = 'bawei';
const bind = async (openid: string, riderToken: string) => {
  const { code } = await product.data(openid, 'bindings.createCode', {});
  return bindToken(product.platform, { partnerId, bindCode: code, riderToken });
};

describe('riders.signIn', () => {
  test('makes a rider once and recognises it afterwards', async () => {
    const first = await product.data('o-sign-in', 'riders.signIn', {});
    expect(first).toEqual({
      uid: expect.stringMatching(/^[0-9a-z]{26}$/),
      isNew: true,
      consent: { policyVersion: CURRENT_POLICY_VERSION, given: false },
      deletion: null,
    });
    expect(await product.data('o-sign-in', 'riders.signIn', {})).toEqual({ ...first, isNew: false });
    const { uid } = await product.data('o-sign-in-other', 'riders.signIn', {});
    expect(uid).not.toBe(first.uid);
  });

  test('answers a repeat of the first request like the first request', async () => {
    const requestId = 'first-request';
    const first = await product.data('o-repeat', 'riders.signIn', {}, { requestId });
    expect(await product.data('o-repeat', 'riders.signIn', {}, { requestId })).toEqual(first);
  });

  test('of several phones at once makes one rider', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => product.data('o-phones', 'riders.signIn', {})),
    );
    expect(new Set(answers.map(({ uid }) => uid)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  });
});

describe('consent', () => {
  test('is given, seen at the next sign-in, and withdrawn', async () => {
    const policyVersion = CURRENT_POLICY_VERSION;
    await product.signedInRider('o-consent');
    expect(await product.data('o-consent', 'riders.giveConsent', { policyVersion })).toEqual({
      consent: { policyVersion, given: true },
    });
    expect((await product.data('o-consent', 'riders.signIn', {})).consent.given).toBe(true);
    expect(await product.data('o-consent', 'riders.withdrawConsent', {})).toEqual({
      consent: { policyVersion, given: false },
    });
    expect((await product.data('o-consent', 'riders.signIn', {})).consent.given).toBe(false);
  });

  test('withdrawn unbinds every card and ends live codes; what needs consent refuses', async () => {
    await product.signedInRider('o-leaver', { consent: true });
    for (const riderToken of ['leaver-card-1', 'leaver-card-2']) await bind('o-leaver', riderToken);
    const { code } = await product.data('o-leaver', 'bindings.createCode', {});
    await product.data('o-leaver', 'riders.withdrawConsent', {});
    expect(await product.data('o-leaver', 'bindings.list', {})).toEqual({ bindings: [] });
    const refused = await product.call('o-leaver', 'bindings.createCode', {});
    expect(refused).toMatchObject({ ok: false, error: { code: 'CONSENT_REQUIRED' } });
    const live = bindToken(product.platform, { partnerId, bindCode: code, riderToken: 'leaver-card-3' });
    await expect(live).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
  });
});

describe('bindings', () => {
  test('a code binds a card, which is listed, told of, and unbound', async () => {
    await product.signedInRider('o-binder', { consent: true });
    await bind('o-binder', '6217000000001234');
    const { bindings } = await product.data('o-binder', 'bindings.list', {});
    expect(bindings).toEqual([
      {
        bindingId: expect.stringMatching(/^bawei:[0-9a-f]{64}$/),
        partnerId,
        partnerName: '八维通',
        label: '1234',
        boundAtMs: expect.any(Number),
      },
    ]);
    const bindingId = bindings[0]?.bindingId ?? '';
    const { notices, unread } = await product.data('o-binder', 'inbox.list', { limit: 10 });
    expect(unread).toBe(1);
    expect(notices[0]).toMatchObject({
      template: 'card-bound',
      parameters: { bindingId, label: '1234' },
      read: false,
    });
    expect(await product.data('o-binder', 'bindings.remove', { bindingId })).toEqual({});
    expect(await product.data('o-binder', 'bindings.list', {})).toEqual({ bindings: [] });
  });

  test('somebody else’s card cannot be unbound', async () => {
    await product.signedInRider('o-owner', { consent: true });
    await product.signedInRider('o-thief', { consent: true });
    const { tokenId: bindingId } = await bind('o-owner', 'owned-card');
    const answer = await product.call('o-thief', 'bindings.remove', { bindingId });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', details: { field: 'bindingId' } },
    });
    expect((await product.data('o-owner', 'bindings.list', {})).bindings).toHaveLength(1);
  });

  test('a sixth code within an hour is refused, a repeat of the fifth request is not, and later there is one again', async () => {
    await product.signedInRider('o-codes', { consent: true });
    for (let at = 1; at <= 4; at += 1) await product.data('o-codes', 'bindings.createCode', {});
    const fifth = await product.data('o-codes', 'bindings.createCode', {}, { requestId: 'fifth-code' });
    const sixth = await product.call('o-codes', 'bindings.createCode', {});
    expect(sixth).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } });
    expect(await product.data('o-codes', 'bindings.createCode', {}, { requestId: 'fifth-code' })).toEqual(
      fifth,
    );
    if (sixth.ok) throw new Error('unreachable');
    await product.advanceClock(Number(sixth.error.details.retryAfterMs));
    expect((await product.data('o-codes', 'bindings.createCode', {})).code).toHaveLength(8);
  });
});

describe('inbox', () => {
  test('is read page by page without a gap, also where notices share a millisecond, and marked as read', async () => {
    const uid = await product.signedInRider('o-inbox');
    const { platform } = product;
    const atMs = platform.nowMs();
    for (let number = 1; number <= 7; number += 1) {
      const frozen = { ...platform, nowMs: () => atMs + Math.floor(number / 3) };
      await platform.database.transact(transaction =>
        addNotice(transaction, frozen, { uid, template: 'card-bound', parameters: { number } }),
      );
    }
    const seen: number[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof read>> = await read(cursor);
      expect(page.unread).toBe(7);
      expect(page.notices.length).toBeLessThanOrEqual(3);
      seen.push(...page.notices.map(({ parameters }) => Number(parameters.number)));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(seen.map(number => Math.floor(number / 3))).toEqual([2, 2, 1, 1, 1, 0, 0]);
    await product.data('o-inbox', 'inbox.markRead', { upToMs: atMs + 1 });
    const { unread, notices } = await product.data('o-inbox', 'inbox.list', { limit: 50 });
    expect(unread).toBe(2);
    expect(notices.map(notice => notice.read)).toEqual([false, false, true, true, true, true, true]);
  });

  const read = (cursor: string | null) =>
    product.data('o-inbox', 'inbox.list', { limit: 3, ...(cursor !== null && { cursor }) });
});

describe('a repeated request', () => {
  test.each([
    ['one after the other', false],
    ['at the same time', true],
  ])('has one effect and one answer: %s', async (_name, together) => {
    const openid = `o-again-${together}`;
    await product.signedInRider(openid, { consent: true });
    const create = () => product.data(openid, 'bindings.createCode', {}, { requestId: 'same-request' });
    const answers = together
      ? await Promise.all([create(), create(), create()])
      : [await create(), await create(), await create()];
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1);
    for (let at = 2; at <= 5; at += 1) await product.data(openid, 'bindings.createCode', {});
    const sixth = await product.call(openid, 'bindings.createCode', {});
    expect(sixth).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } });
  });

  test('with another input is refused and has no effect', async () => {
    await product.signedInRider('o-other-input', { consent: true });
    const { tokenId: first } = await bind('o-other-input', 'other-input-1');
    const { tokenId: second } = await bind('o-other-input', 'other-input-2');
    const requestId = 'one-of-two';
    await product.data('o-other-input', 'bindings.remove', { bindingId: first }, { requestId });
    const answer = await product.call(
      'o-other-input',
      'bindings.remove',
      { bindingId: second },
      { requestId },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'IDEMPOTENCY_CONFLICT' } });
    expect((await product.data('o-other-input', 'bindings.list', {})).bindings).toHaveLength(1);
  });

  test('of an unbinding does not undo the binding that came after it', async () => {
    await product.signedInRider('o-rebinder', { consent: true });
    const { tokenId: bindingId } = await bind('o-rebinder', 'rebound-card');
    const remove = () =>
      product.data('o-rebinder', 'bindings.remove', { bindingId }, { requestId: 'remove-once' });
    await remove();
    await bind('o-rebinder', 'rebound-card');
    expect(await remove()).toEqual({});
    expect((await product.data('o-rebinder', 'bindings.list', {})).bindings).toHaveLength(1);
  });
});
