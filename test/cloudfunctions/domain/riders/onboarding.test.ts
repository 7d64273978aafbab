import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { onboardingMarks } from '../../../../cloudfunctions/domain/riders/store';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const marksOf = async (uid: string) =>
  product.platform.database.find(onboardingMarks, { where: { uid }, limit: 20 });

test('a step is counted once for a rider, by the day and time of the first', async () => {
  const uid = await product.signedInRider('o-newcomer', { consent: true });
  const seen = { step: 'value', action: 'seen' } as const;
  expect(await product.data('o-newcomer', 'riders.recordOnboarding', seen)).toEqual({});
  const first = await marksOf(uid);
  await product.advanceClock(60_000);
  await Promise.all([1, 2, 3].map(() => product.data('o-newcomer', 'riders.recordOnboarding', seen)));
  expect(await marksOf(uid)).toEqual(first);
  expect(first).toEqual([
    { ...seen, _id: `${uid}:value:seen`, uid, day: '2026-11-10', atMs: expect.any(Number) },
  ]);
});

test('steps and actions are counted apart, and so are riders', async () => {
  const uid = await product.signedInRider('o-skipper', { consent: true });
  const other = await product.signedInRider('o-finisher', { consent: true });
  await product.data('o-skipper', 'riders.recordOnboarding', { step: 'verified', action: 'seen' });
  await product.data('o-skipper', 'riders.recordOnboarding', { step: 'verified', action: 'skipped' });
  await product.data('o-finisher', 'riders.recordOnboarding', { step: 'bind', action: 'done' });
  expect((await marksOf(uid)).map(({ _id }) => _id).sort()).toEqual([
    `${uid}:verified:seen`,
    `${uid}:verified:skipped`,
  ]);
  expect(await marksOf(other)).toHaveLength(1);
});

test('after consent is withdrawn the marks made before stay, and none is added', async () => {
  const uid = await product.signedInRider('o-leaver', { consent: true });
  const seen = { step: 'value', action: 'seen' } as const;
  await product.data('o-leaver', 'riders.recordOnboarding', seen);
  await product.data('o-leaver', 'riders.withdrawConsent', {});
  const refused = await product.call('o-leaver', 'riders.recordOnboarding', { ...seen, action: 'done' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'CONSENT_REQUIRED' } });
  expect(await marksOf(uid)).toMatchObject([seen]);
});

test('nothing is stored of somebody who has not agreed to the guideline, or for an unknown step', async () => {
  const uid = await product.signedInRider('o-reader');
  const refused = await product.call('o-reader', 'riders.recordOnboarding', {
    step: 'value',
    action: 'seen',
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'CONSENT_REQUIRED' } });
  await product.data('o-reader', 'riders.giveConsent', { policyVersion: CURRENT_POLICY_VERSION });
  const unknown = { step: 'fortune', action: 'seen' } as unknown as { step: 'value'; action: 'seen' };
  expect(await product.call('o-reader', 'riders.recordOnboarding', unknown)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
  expect(await marksOf(uid)).toEqual([]);
});
