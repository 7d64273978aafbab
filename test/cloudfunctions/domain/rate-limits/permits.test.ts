import { type Permit, returnPermit, takePermit } from '../../../../cloudfunctions/domain/rate-limits';
import type { Platform } from '../../../../cloudfunctions/platform';
import { codesOf } from '../../../support/codes-of';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const windowMs = 60_000;
const startMs = Date.UTC(2100, 0, 1);
const at = (nowMs: number): Platform => ({ ...product.platform, nowMs: () => nowMs });
const permitOf = (key: string, limit: number): Permit => ({ scope: 'test', key, limit, windowMs });

describe('permits', () => {
  test('are never more than the limit in a window, however many ask at once', async () => {
    const permit = permitOf('crowd', 7);
    const codes = await codesOf(Array.from({ length: 20 }, () => takePermit(at(startMs), permit)));
    expect(codes.filter(code => code === 'ok')).toHaveLength(7);
    expect(codes.filter(code => code === 'RATE_LIMITED')).toHaveLength(13);
  });

  test('are there again when the window ends, which the refusal has said', async () => {
    const permit = permitOf('patient', 1);
    await takePermit(at(startMs + 10_000), permit);
    await expect(takePermit(at(startMs + 20_000), permit)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterMs: 40_000 },
    });
    expect(await codesOf([takePermit(at(startMs + 60_000), permit)])).toEqual(['ok']);
  });

  test('of one key and scope leave the others alone', async () => {
    await takePermit(at(startMs), permitOf('one', 1));
    const others = [permitOf('other', 1), { ...permitOf('one', 1), scope: 'elsewhere' }];
    expect(await codesOf(others.map(permit => takePermit(at(startMs), permit)))).toEqual(['ok', 'ok']);
  });

  test('that are given back can be taken again, but no more than were taken', async () => {
    const permit = permitOf('returner', 1);
    await takePermit(at(startMs), permit);
    await returnPermit(at(startMs), permit);
    await returnPermit(at(startMs), permit);
    const codes = await codesOf([takePermit(at(startMs), permit), takePermit(at(startMs), permit)]);
    expect([...codes].sort()).toEqual(['RATE_LIMITED', 'ok']);
  });
});
