import { type FakeWx, installFakeWx, ok, refused } from '../services/fake-wx';

const kind = { available: 0, held: 0, debt: 0, availableByExpiry: {} };
const day = '2026-11-16';
const answers: Record<string, unknown> = {
  'ledger.balance': { account: 'user:u', atMs: 0, balance: { carbon: kind, bonus: kind } },
  'rides.summary': {
    today: day,
    week: Array.from({ length: 7 }, () => ({ day, trips: 0, grams: 0 })),
    month: { month: '2026-11', trips: 0, grams: 0 },
  },
  'rides.list': { trips: [], nextCursor: null },
  'ledger.statement': { account: 'user:u', entries: [], nextCursor: null },
  'bindings.list': { bindings: [] },
};

let phone: FakeWx;
let isConsentGiven: boolean;
beforeEach(() => {
  jest.resetModules();
  phone = installFakeWx();
  isConsentGiven = true;
  let isSignedIn = false;
  phone.answer = ({ procedure }) => {
    isSignedIn ||= procedure === 'riders.signIn';
    const consent = { policyVersion: '2026-11-01', given: isConsentGiven };
    if (procedure === 'riders.signIn') return ok({ uid: 'u', isNew: false, consent });
    return isSignedIn ? ok(answers[procedure]) : refused('NOT_SIGNED_IN');
  };
});

const home = () => import('../../../miniprogram/pages/home/read-home');
const remember = async (isGiven: boolean) =>
  (await import('../../../miniprogram/services/consent-memory')).rememberConsent(isGiven);
const reads = ['ledger.balance', 'ledger.statement', 'rides.list', 'rides.summary'];

test('a phone that knows nobody signs in before it reads, so that no read is refused', async () => {
  expect(await (await home()).readHome()).toMatchObject({ state: 'newcomer', step: 'bind' });
  expect(phone.procedures[0]).toBe('riders.signIn');
  expect(phone.procedures.slice(1).sort()).toEqual([...reads, 'bindings.list'].sort());
});

test('a phone that remembers consent reads without waiting, and asks afterwards', async () => {
  await remember(true);
  phone.answer = ({ procedure }) => ok(answers[procedure]);
  const { hasLostConsent, readHome } = await home();
  expect(await readHome()).toMatchObject({ isReadOnly: false });
  expect(phone.procedures).not.toContain('riders.signIn');
  phone.answer = () => ok({ uid: 'u', isNew: false, consent: { policyVersion: '2026-11-01', given: false } });
  expect(await hasLostConsent()).toBe(true);
  phone.answer = ({ procedure }) => ok(answers[procedure]);
  expect(await readHome()).toMatchObject({ isReadOnly: true, step: 'consent' });
});

test.each([[true], [false]])('a consent that is given (%s) or not is what the page says', async isGiven => {
  isConsentGiven = isGiven;
  const { hasLostConsent, readHome } = await home();
  expect((await readHome()).isReadOnly).toBe(!isGiven);
  expect(await hasLostConsent()).toBe(!isGiven);
});

test('out of reach of the server nothing is said about consent', async () => {
  await remember(true);
  phone.answer = () => Promise.reject(new Error('offline'));
  expect(await (await home()).hasLostConsent()).toBe(false);
});

describe('a look at the balance', () => {
  const credited = { ...kind, available: 462, availableByExpiry: { '2028-11': 462 } };

  test('finds what has arrived since the page was read, and nothing where nothing has', async () => {
    const { hasNewBalance, readHome } = await home();
    const read = await readHome();
    expect(await hasNewBalance(read)).toBe(false);
    const { length } = phone.procedures;
    phone.answer = () => ok({ account: 'user:u', atMs: 1, balance: { carbon: credited, bonus: kind } });
    expect(await hasNewBalance(read)).toBe(true);
    expect(phone.procedures.slice(length)).toEqual(['ledger.balance']);
  });

  test('finds nothing out of reach of the server', async () => {
    const { hasNewBalance, readHome } = await home();
    const read = await readHome();
    phone.answer = () => Promise.reject(new Error('offline'));
    expect(await hasNewBalance(read)).toBe(false);
  });
});
