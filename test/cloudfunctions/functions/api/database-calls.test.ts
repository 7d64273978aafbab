import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { bindToken } from '../../../../cloudfunctions/domain/bindings';
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

/** Database calls of each procedure, with the two of the rate windows. A rise here is a rise of the bill. */
describe('database calls', () => {
  const openid = 'o-cost';
  const signIn = () => product.call(openid, 'riders.signIn', {});
  const giveConsent = () =>
    product.call(openid, 'riders.giveConsent', { policyVersion: CURRENT_POLICY_VERSION });
  const withdraw = () => product.call(openid, 'riders.withdrawConsent', {});
  const createCode = () => product.call(openid, 'bindings.createCode', {});
  const inbox = () => product.call(openid, 'inbox.list', { limit: 20 });
  const markRead = () => product.call(openid, 'inbox.markRead', { upToMs: 1 });
  const bindings = () => product.call(openid, 'bindings.list', {});
  let cards = 0;
  const removeOf = (bindingId: string) => () => product.call(openid, 'bindings.remove', { bindingId });
  const newCard = async () => {
    cards += 1;
    const { tokenId } = await bind(openid, `cost-card-${cards}`);
    return tokenId;
  };

  test('of every procedure, once its rate windows are open', async () => {
    // So that no window ends in between.
    await product.nextMinute();
    const newRider = await product.databaseCalls(signIn);
    const costs: Record<string, number> = { 'riders.signIn, new, windows opened': newRider };
    const count = async (name: string, work: () => Promise<unknown>) => {
      costs[name] = await product.databaseCalls(work);
    };
    await signIn();
    await count('riders.signIn', signIn);
    await giveConsent();
    await withdraw();
    await count('riders.giveConsent', giveConsent);
    await createCode();
    await count('bindings.createCode', createCode);
    await removeOf(await newCard())();
    await count('bindings.remove', removeOf(await newCard()));
    await bindings();
    await count('bindings.list', bindings);
    await inbox();
    await count('inbox.list', inbox);
    await markRead();
    await count('inbox.markRead', markRead);
    await newCard();
    await count('riders.withdrawConsent with one card', withdraw);
    expect(costs).toEqual({
      'riders.signIn, new, windows opened': 9,
      'riders.signIn': 4,
      'riders.giveConsent': 8,
      'riders.withdrawConsent with one card': 19,
      'bindings.createCode': 10,
      'bindings.list': 4,
      'bindings.remove': 9,
      'inbox.list': 5,
      'inbox.markRead': 7,
    });
  });
  test('none walks through a whole collection, of the jobs neither', async () => {
    await product.advanceClock(300_000);
    const calls = await product.calls(1_000);
    expect(new Set(calls.map(call => call.function))).toEqual(new Set(['api', 'jobs']));
    expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
  });
});
