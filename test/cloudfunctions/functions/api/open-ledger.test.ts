import { runJob } from '../../../../cloudfunctions/domain/jobs';
import {
  credit,
  type Entry,
  retire,
  spendCredits,
  userAccount,
} from '../../../../cloudfunctions/domain/ledger';
import { poolSealedIntake, sealDay } from '../../../../cloudfunctions/domain/seals';
import { verifyWholeLedger } from '../../../../cloudfunctions/domain/verification';
import { collectionOf, type Platform } from '../../../../cloudfunctions/platform';
import { isIncluded, leafHash, verifyChain } from '../../../../miniprogram/proof';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const ORIGIN = 'sz-2021:2026-11';
const SEALED_DAY = '2026-11-10';
const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 0, lotLimit: 128 };

let product: Product;
/** As keys of requests are: with the rider's uid inside, which is for nobody else to read. */
const SECOND = `test:${'v'.repeat(22)}k3x9:1`;
let account: string;
/** Of the use cases of this process only: a day of timers would take a minute. */
let nowMs = Date.parse('2026-11-10T09:00:00+08:00');
const platform = (): Platform => ({ ...product.platform, nowMs: () => nowMs });
beforeAll(async () => {
  product = await startProduct();
  account = userAccount(await product.signedInRider('o-rider'));
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const factsOf = (key: string) => ({
  key,
  requestHash: 'hash',
  reason: 'test',
  reference: { type: 'order' as const, id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs,
  answer: () => null,
});
/** A trip, as far as the checks look at it, and its entry. */
async function earn(key: string, grams: number): Promise<void> {
  const trip = { _id: key, state: 'credited', creditedGrams: grams, entryKey: key };
  await product.platform.database.add(collectionOf('trips'), trip);
  const what = { kind: 'carbon' as const, origin: ORIGIN, amount: grams, source: 'mint:trip' };
  const facts = { ...factsOf(key), reference: { type: 'trip' as const, id: key } };
  await credit(platform(), account, what, facts, parameters);
}

async function nextDay(): Promise<void> {
  nowMs += 86_400_000;
  for (const job of [sealDay, poolSealedIntake]) await runJob(platform(), job, Number.MAX_SAFE_INTEGER);
}

describe('before anything has happened', () => {
  test('everybody reads an empty ledger, without having signed in', async () => {
    const open = await product.data('o-stranger', 'openLedger.read', {});
    expect(open).toMatchObject({
      seals: [],
      equations: null,
      verification: { state: 'unchecked', checkedDay: null, findings: [] },
      payingOut: { goesOn: true },
      pools: [],
      retired: [],
    });
    expect(open.factorSets[0]).toMatchObject({
      setId: expect.any(String),
      uncertaintyNote: expect.any(String),
    });
    const seals = await product.data('o-stranger', 'openLedger.seals', {});
    expect(seals).toEqual({ seals: [], nextBefore: null });
  });

  test('a rider without entries has an empty chain, nothing proved and nothing traced', async () => {
    expect(await product.data('o-rider', 'ledger.chain', {})).toEqual({ account, entries: [], end: null });
    const proof = await product.data('o-rider', 'ledger.proof', { day: SEALED_DAY });
    expect(proof).toEqual({ account, seal: null, previousRoot: null, entries: [], head: null });
    const provenance = await product.data('o-rider', 'ledger.provenance', {});
    expect(provenance).toEqual({ account, origins: [], isWhole: true });
  });
});

describe('with two sealed days, some grams in the pool and some retired', () => {
  beforeAll(async () => {
    await earn('first', 100);
    await earn(SECOND, 50);
    const gift = { amount: 40, kinds: ['carbon' as const], bonusTo: 'merchant:self' };
    await spendCredits(platform(), account, gift, factsOf('gift'));
    await nextDay();
    await earn('third', 7);
    const certificate = { beneficiary: '深圳湾马拉松', purpose: '接驳车的排放' };
    const facts = { ...factsOf('retirement'), answer: () => certificate };
    await retire(platform(), { origin: ORIGIN, amount: 25 }, facts);
    nowMs += 1;
    await retire(platform(), { origin: ORIGIN, amount: 5 }, factsOf('unnamed'));
    await nextDay();
    // Every job runs once.
    await product.advanceClock(300_000);
  }, START_TIMEOUT_MS);

  test('a chain read page by page verifies up to the document’s end', async () => {
    const first = await product.data('o-rider', 'ledger.chain', { limit: 2 });
    expect(first.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    const rest = await product.data('o-rider', 'ledger.chain', { afterSeq: 2 });
    const entries = [...first.entries, ...rest.entries];
    expect(verifyChain(account, entries)).toEqual({ ok: true, seq: rest.end!.seq, head: rest.end!.head });
    const changed = entries.map(entry => ({ ...entry, postings: [] }));
    expect(verifyChain(account, changed)).toMatchObject({ ok: false, at: 1, reason: 'CHANGED' });
  });

  test('entries, head and the root of the day before are proved under the day’s root', async () => {
    const proof = await product.data('o-rider', 'ledger.proof', { day: '2026-11-11' });
    const proofs = [proof.previousRoot!, proof.head!, ...proof.entries.map(entry => entry.proof!)];
    for (const each of proofs) {
      expect(each.root).toBe(proof.seal!.root);
      expect(isIncluded({ ...each, leafHash: leafHash(each.text) })).toBe(true);
    }
    const before = await product.data('o-rider', 'ledger.proof', { day: SEALED_DAY });
    expect(JSON.parse(proof.previousRoot!.text)).toEqual({ previousRoot: before.seal!.root });
    expect(JSON.parse(proof.head!.text)).toMatchObject({ account, seq: 4 });
    expect(proof.entries.map(({ key, seq }) => [key, seq])).toEqual([['third', 4]]);
    expect(JSON.parse(proof.entries[0]!.proof!.text)).toEqual({
      entry: 'third',
      hash: proof.entries[0]!.hash,
    });
  });

  test('seals are listed latest first, page by page', async () => {
    const page = await product.data('o-stranger', 'openLedger.seals', { limit: 1 });
    expect(page).toMatchObject({ seals: [{ day: '2026-11-11' }], nextBefore: '2026-11-11' });
    const rest = await product.data('o-stranger', 'openLedger.seals', { before: '2026-11-11' });
    expect(rest).toMatchObject({ seals: [{ day: SEALED_DAY, previousRoot: null }], nextBefore: null });
  });

  test('everybody sees seals, pools and retired numbers', async () => {
    const open = await product.data('o-stranger', 'openLedger.read', {});
    expect(open.seals.map(({ day }) => day)).toEqual(['2026-11-11', SEALED_DAY]);
    expect(open.pools).toEqual([
      { origin: ORIGIN, setId: 'sz-2021', vintage: '2026-11', issued: 40, left: 30 },
    ]);
    const named = { beneficiary: '深圳湾马拉松', purpose: '接驳车的排放', entryKey: 'retirement' };
    const unnamed = { from: 26, to: 30, amount: 5, beneficiary: null, purpose: null };
    expect(open.retired).toMatchObject([unnamed, { origin: ORIGIN, from: 1, to: 25, amount: 25, ...named }]);
    expect(open.retiredBefore).toBeNull();
    const before = open.retired[0]!.atMs;
    const older = await product.data('o-stranger', 'openLedger.retired', { before, limit: 1 });
    expect(older).toEqual({ retired: [open.retired[1]], nextBefore: null });
    const first = await product.data('o-stranger', 'openLedger.retired', { before: before + 1, limit: 1 });
    expect(first).toEqual({ retired: [open.retired[0]], nextBefore: before });
  });

  test('everybody sees both sides of the equation, as the checks have found them', async () => {
    const { equations, verification } = await product.data('o-stranger', 'openLedger.read', {});
    expect(verification).toMatchObject({ state: 'sound', checkedDay: '2026-11-11', entries: 7, accounts: 2 });
    expect(verification.wholeAtMs).not.toBeNull();
    const carbon = { kind: 'carbon', minted: 157, total: 157, holds: true };
    expect(equations).toMatchObject({
      day: '2026-11-11',
      trips: { minted: 157, grams: 157, forgottenGrams: 0, holds: true },
      kinds: [carbon, { kind: 'bonus', minted: 0, places: [], total: 0, holds: true }],
    });
    expect(equations!.kinds[0]!.places).toEqual([
      { place: 'users', amount: 117 },
      { place: 'pools', amount: 10 },
      { place: 'retired', amount: 30 },
    ]);
  });

  test('a rider sees what became of his grams', async () => {
    const { origins } = await product.data('o-rider', 'ledger.provenance', {});
    const intake = { day: SEALED_DAY, amount: 40, pooled: 40, serials: [{ from: 1, to: 40 }] };
    expect(origins).toEqual([
      {
        origin: ORIGIN,
        setId: 'sz-2021',
        vintage: '2026-11',
        earned: 157,
        takenBack: 0,
        available: 117,
        held: 0,
        debt: 0,
        repaid: 0,
        gone: 40,
        intakes: [
          {
            ...intake,
            retired: 30,
            withEnterprises: 0,
            retirements: [
              { amount: 25, beneficiary: '深圳湾马拉松', atMs: expect.any(Number) },
              { amount: 5, beneficiary: null, atMs: expect.any(Number) },
            ],
          },
        ],
      },
    ]);
  });

  test('each takes a known number of database calls, and none walks through a collection', async () => {
    const inWarmWindow = async (work: () => Promise<unknown>) => {
      await work();
      return product.databaseCalls(work);
    };
    const read = () => product.call('o-cost', 'openLedger.read', {});
    const seals = () => product.call('o-cost', 'openLedger.seals', {});
    const retired = () => product.call('o-cost', 'openLedger.retired', { before: nowMs });
    const chain = () => product.call('o-rider', 'ledger.chain', {});
    const proof = () => product.call('o-rider', 'ledger.proof', { day: SEALED_DAY });
    const provenance = () => product.call('o-rider', 'ledger.provenance', {});
    await product.nextMinute();
    expect({
      // Two of each are the rate windows.
      'openLedger.read': await inWarmWindow(read),
      'openLedger.seals': await inWarmWindow(seals),
      'openLedger.retired': await inWarmWindow(retired),
      'ledger.chain': await inWarmWindow(chain),
      'ledger.proof': await inWarmWindow(proof),
      'ledger.provenance': await inWarmWindow(provenance),
    }).toEqual({
      'openLedger.read': 11,
      'openLedger.seals': 3,
      'openLedger.retired': 4,
      'ledger.chain': 5,
      'ledger.proof': 7,
      'ledger.provenance': 7,
    });
    const calls = await product.calls(1_000);
    expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
  });
});

test('an entry that was changed is named to everybody, and nothing is paid out any more', async () => {
  const forged = { reason: 'forged' };
  await product.platform.database.updateWhere(collectionOf<Entry>('ledger_entries'), { _id: SECOND }, forged);
  await runJob({ ...product.platform, nowMs: () => nowMs + 7 * 3_600_000 }, verifyWholeLedger, Infinity);
  const { verification, payingOut } = await product.data('o-stranger', 'openLedger.read', {});
  expect(verification).toMatchObject({
    state: 'failed',
    findings: [{ code: 'CHANGED', key: 'test:…k3x9:1', seq: 2, day: SEALED_DAY }],
    findingCount: 1,
  });
  expect(payingOut.goesOn).toBe(false);
});

test.each([
  ['openLedger.seals', { limit: 61 }, 'limit'],
  ['openLedger.seals', { before: 'yesterday' }, 'before'],
  ['ledger.chain', { limit: 51 }, 'limit'],
  ['ledger.chain', { afterSeq: -1 }, 'afterSeq'],
  ['ledger.proof', { day: '2026-02-30' }, 'day'],
] as const)('%s refuses %j', async (procedure, input, field) => {
  const answer = await product.callFunction('api', 'o-rider', { procedure, input });
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { field } } });
});

test('one’s own chain is for riders', async () => {
  const answer = await product.call('o-nobody', 'ledger.chain', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
});
