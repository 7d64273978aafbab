import { bindToken, createCode } from '../../../../cloudfunctions/domain/bindings';
import { bindCodes } from '../../../../cloudfunctions/domain/bindings/store';
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
const codeOf = (uid: string) => newCode(platform, uid);
/** The same moment for every part of a use case. */
const at = (nowMs: number): Platform => ({ ...platform, nowMs: () => nowMs });

describe('codes', () => {
  test('are drawn again when one is taken', async () => {
    const taken = await codeOf(ann);
    const draws = [taken, 'FRESH234'];
    const drawing = { ...platform, randomReadableCode: () => draws.shift() ?? 'NEVER234' };
    expect(await createCode(drawing, { uid: bob, request: request() })).toMatchObject({ code: 'FRESH234' });
    expect((await platform.database.get(bindCodes, taken))?.uid).toBe(ann);
  });

  test('are five an hour, also when asked for all at once', async () => {
    const uid = await product.signedInRider('o-greedy', { consent: true });
    const codes = await codesOf(
      Array.from({ length: 8 }, () => createCode(platform, { uid, request: request() })),
    );
    expect(codes.filter(code => code === 'ok')).toHaveLength(5);
    expect(codes.filter(code => code === 'RATE_LIMITED')).toHaveLength(3);
  });

  test('are five in any sixty minutes: an hour that begins later does not help', async () => {
    const startMs = platform.nowMs();
    const create = (afterMs: number) =>
      createCode(at(startMs + afterMs), { uid: 'sliding', request: request() });
    for (const minute of [0, 10, 20, 30, 59]) await create(minute * 60_000);
    expect(await codesOf([create(3_600_000 - 1)])).toEqual(['RATE_LIMITED']);
    expect(await codesOf([create(3_600_000)])).toEqual(['ok']);
    expect(await codesOf([create(3_600_000 + 1)])).toEqual(['RATE_LIMITED']);
  });

  test('cannot be guessed: a partner has thirty wrong ones a minute, then even a right one is not looked at', async () => {
    const uid = await product.signedInRider('o-guessed', { consent: true });
    const startMs = Math.ceil((platform.nowMs() + 1) / 60_000) * 60_000;
    const present = (bindCode: string, riderToken: string, nowMs = startMs) =>
      bindToken(at(nowMs), { partnerId: 'guesser', bindCode, riderToken });
    const right = [await codeOf(uid), await codeOf(uid)] as const;
    const guesses = Array.from({ length: 29 }, (_, guess) => present(`WRONG${100 + guess}`, 'guessed'));
    expect(new Set(await codesOf(guesses))).toEqual(new Set(['CODE_UNKNOWN']));
    // A right one is not counted, so one more wrong one is looked at afterwards, and no more.
    expect(await codesOf([present(right[0], 'right-card')])).toEqual(['ok']);
    expect(await codesOf([present('WRONG999', 'guessed')])).toEqual(['CODE_UNKNOWN']);
    expect(await codesOf([present(right[1], 'guessed')])).toEqual(['RATE_LIMITED']);
    expect(await codesOf([present(right[1], 'guessed', startMs + 60_000)])).toEqual(['ok']);
  });
});
