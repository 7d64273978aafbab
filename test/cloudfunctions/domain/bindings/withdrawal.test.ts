import {
  bindToken,
  finishWithdrawals,
  listBindings,
  riderTokens,
  tokenIdOf,
} from '../../../../cloudfunctions/domain/bindings';
import { withdrawConsent } from '../../../../cloudfunctions/domain/riders';
import { DatabaseError, type Platform } from '../../../../cloudfunctions/platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { newCode } from './new-code';

let product: Product;
let platform: Platform;
beforeAll(async () => {
  product = await startProduct();
  platform = product.platform;
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

let requests = 0;
const request = () => {
  requests += 1;
  return { key: `test:${requests}`, hash: 'h' };
};
const codeOf = (uid: string) => newCode(platform, uid);
const bind = (bindCode: string, riderToken: string) =>
  bindToken(platform, { partnerId: 'bawei', bindCode, riderToken });
const tokenOf = (riderToken: string) =>
  platform.database.get(riderTokens, tokenIdOf(platform, { partnerId: 'bawei', riderToken }));

describe('a withdrawal that is cut off', () => {
  test('after any number of cards is finished by the job', async () => {
    const openid = 'o-cut-off';
    const uid = await product.signedInRider(openid, { consent: true });
    for (const name of ['cut-1', 'cut-2', 'cut-3']) await bind(await codeOf(uid), name);
    await withdrawConsent(platform, { uid, request: request() });
    let allowed = 1;
    const dying: Platform = {
      ...platform,
      database: {
        ...platform.database,
        transact: work => {
          if (allowed === 0) throw new DatabaseError('failed', 'killed');
          allowed -= 1;
          return platform.database.transact(work);
        },
      },
    };
    const step = { windowStartMs: 0, cursor: null, deadlineMs: Number.MAX_SAFE_INTEGER };
    await expect(finishWithdrawals.step(dying, step)).rejects.toThrow('killed');
    expect(await listBindings(platform, uid)).toHaveLength(2);
    expect(await finishWithdrawals.step(platform, step)).toEqual({ cursor: null });
    expect(await listBindings(platform, uid)).toEqual([]);
  });

  test('does not take cards that were bound after a new consent', async () => {
    const openid = 'o-returning';
    const uid = await product.signedInRider(openid, { consent: true });
    await bind(await codeOf(uid), 'old-card');
    await withdrawConsent(platform, { uid, request: request() });
    await product.signedInRider(openid, { consent: true });
    await bind(await codeOf(uid), 'new-card');
    await finishWithdrawals.step(platform, {
      windowStartMs: 0,
      cursor: null,
      deadlineMs: Number.MAX_SAFE_INTEGER,
    });
    expect((await listBindings(platform, uid)).map(({ label }) => label)).toEqual(['card']);
    expect((await tokenOf('old-card'))?.uid).toBeNull();
    expect((await tokenOf('new-card'))?.uid).toBe(uid);
  });
});
