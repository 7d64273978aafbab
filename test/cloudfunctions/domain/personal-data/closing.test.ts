import { cancelDeletion, requestDeletion } from '../../../../cloudfunctions/domain/riders';
import { collectionOf, type Platform } from '../../../../cloudfunctions/platform';
import { Killed, mortalPlatform } from '../../../support/mortal-platform';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import {
  closeDue,
  collectionsWith,
  DAY_MS,
  documentsWith,
  later,
  ledgerReport,
  richRider,
  STATIONS,
  storedFilesWith,
  tracesOf,
} from './leaving-rider';

const QUIET_MS = 121_000;

let product: Product;
let partner: PartnerClient;
let platform: Platform;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
  platform = product.platform;
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

let requests = 0;
const request = () => {
  requests += 1;
  return { key: `test:${requests}`, hash: 'h' };
};

const riders = collectionOf<{ _id: string }>('riders');
const exists = async (uid: string) => (await platform.database.get(riders, uid)) !== null;

/** Runs the job until it has nothing more to do with the rider, as the timer does. */
async function closeWholly(uid: string, afterMs: number): Promise<void> {
  await closeDue(later(platform, afterMs));
  await closeDue(later(platform, afterMs + QUIET_MS));
  expect(await exists(uid)).toBe(false);
}

/** Where a uid may still stand: the ledger, whose entries are for ever, and the note that there was such an account. */
const ALLOWED = ['closed_riders', 'ledger_accounts', 'ledger_entries'];

describe('an account that is closed', () => {
  const openid = 'o-leaving-person';
  let uid: string;

  test('works as ever in the thirty days before, and every sign-in says when it ends', async () => {
    uid = await richRider(product, partner, openid);
    const { exportId } = await product.data(openid, 'personalData.export', {});
    expect(exportId).toMatch(/^[0-9a-z]{26}$/);
    const { deletion } = await product.data(openid, 'personalData.requestDeletion', {});
    expect(deletion.dueAtMs - deletion.requestedAtMs).toBe(30 * DAY_MS);
    expect((await product.data(openid, 'riders.signIn', {})).deletion).toEqual(deletion);
    expect((await product.data(openid, 'personalData.read', {})).deletion).toEqual(deletion);
    expect(await product.data(openid, 'personalData.requestDeletion', {})).toEqual({ deletion });
    const ride = shortRide(
      `${openid}-ticket-4`,
      `${openid}-card-1111`,
      product.cloud.nowMs() - 2 * 3_600_000,
    );
    expect((await partner.rides([ride])).accepted).toBe(1);
    await closeDue(later(platform, 30 * DAY_MS - 60_000));
    expect((await product.data(openid, 'riders.signIn', {})).uid).toBe(uid);
    // The search finds what is there: otherwise its silence afterwards would say nothing.
    for (const word of [...tracesOf(openid), ...STATIONS]) {
      expect(await documentsWith(platform, [word])).not.toEqual([]);
    }
    expect(storedFilesWith(product, [uid])).not.toEqual([]);
    expect(await collectionsWith(platform, uid)).toEqual(
      expect.arrayContaining([
        'answers',
        'notices',
        'onboarding_marks',
        'personal_exports',
        'rider_days',
        'trips',
      ]),
    );
  });

  test('leaves nothing of the person in any collection or file, and the ledger as sound as it was', async () => {
    const before = await ledgerReport(product);
    await closeWholly(uid, 30 * DAY_MS + 1);
    expect(await documentsWith(platform, [...tracesOf(openid), ...STATIONS])).toEqual([]);
    expect(storedFilesWith(product, [uid, ...tracesOf(openid)])).toEqual([]);
    expect(await collectionsWith(platform, uid)).toEqual(ALLOWED);
    const after = await ledgerReport(product);
    expect(after).toMatchObject({ faults: [], ok: true, entries: before.entries + 1 });
  });

  test('gives its carbon to the pool’s intake in one last entry', async () => {
    const entries = collectionOf<{
      _id: string;
      account: string;
      postings: unknown[];
      balanceAfter: unknown;
    }>('ledger_entries');
    const last = await platform.database.get(entries, `closed:${uid}`);
    expect(last?.account).toBe(`user:${uid}`);
    expect(JSON.stringify(last?.postings)).toContain('pool-intake:');
    expect(last?.balanceAfter).toMatchObject({ carbon: { available: 0, held: 0, debt: 0 } });
  });

  test('keeps its tickets from paying again, and is not led to by the same person', async () => {
    const card = `${openid}-card-1111`;
    const again = await partner.rides([
      shortRide(`${openid}-ticket-1`, card, product.cloud.nowMs() - 3_600_000),
    ]);
    // The moment of the ride differs from the first one's, so the ticket is another ride under a known number.
    expect(again.accepted).toBe(0);
    const returning = await product.data(openid, 'riders.signIn', {});
    expect(returning).toMatchObject({ isNew: true, consent: { given: false }, deletion: null });
    expect(returning.uid).not.toBe(uid);
    expect((await product.data(openid, 'ledger.balance', {})).balance.carbon.available).toBe(0);
  });

  test('owes a ride that is taken back afterwards, because its grams are in the pool', async () => {
    const { body } = await partner.post('reversals', { ticketId: `${openid}-ticket-4`, reason: '退票' });
    expect(body).toEqual({ reversed: true, waiting: false, duplicate: false });
    const accounts = collectionOf<{ _id: string; debts: { amount: number }[] }>('ledger_accounts');
    const account = await platform.database.get(accounts, `user:${uid}`);
    expect(account?.debts.map(({ amount }) => amount)).toEqual([SHORT_RIDE_GRAMS]);
    expect(await ledgerReport(product)).toMatchObject({ faults: [], ok: true });
    expect(await collectionsWith(platform, uid)).toEqual(ALLOWED);
  });
});

describe('a closing', () => {
  test('that is called off leaves everything as it was, even after its date', async () => {
    const openid = 'o-staying';
    const uid = await richRider(product, partner, openid);
    await product.data(openid, 'personalData.requestDeletion', {});
    const balance = await product.data(openid, 'ledger.balance', {});
    const late = later(platform, 40 * DAY_MS);
    expect(await cancelDeletion(late, { uid, request: request() })).toEqual({ deletion: null });
    await closeDue(late);
    expect((await product.data(openid, 'riders.signIn', {})).deletion).toBeNull();
    expect((await product.data(openid, 'bindings.list', {})).bindings).toHaveLength(2);
    expect((await product.data(openid, 'ledger.balance', {})).balance).toEqual(balance.balance);
  });

  test('that has begun is not called off, asked for, agreed to or bound any more', async () => {
    const openid = 'o-begun';
    const uid = await richRider(product, partner, openid);
    const codes = await product.data(openid, 'bindings.createCode', {});
    await product.data(openid, 'personalData.requestDeletion', {});
    const due = later(platform, 31 * DAY_MS);
    await closeDue(due);
    for (const work of [cancelDeletion, requestDeletion]) {
      await expect(work(due, { uid, request: request() })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    }
    const { status } = await partner.post('bindings', { bindCode: codes.code, riderToken: 'o-begun-late' });
    expect(status).not.toBe(200);
    expect(await exists(uid)).toBe(true);
    await closeWholly(uid, 31 * DAY_MS);
  });

  test('waits until no call of before can be under way, so that a late ride is not missed', async () => {
    const openid = 'o-late-ride';
    const uid = await richRider(product, partner, openid);
    await product.data(openid, 'personalData.requestDeletion', {});
    await closeDue(later(platform, 31 * DAY_MS));
    await closeDue(later(platform, 31 * DAY_MS + 100_000));
    expect(await collectionsWith(platform, uid)).toContain('trips');
    await closeDue(later(platform, 31 * DAY_MS + QUIET_MS));
    expect(await collectionsWith(platform, uid)).toEqual(ALLOWED);
  });

  const letDie = (error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  };

  test.each(['before', 'after'] as const)(
    'whose process dies %s its 1st call, then its 2nd and so on, comes to the same end',
    async when => {
      const openid = `o-dying-${when}`;
      const uid = await richRider(product, partner, openid);
      await product.data(openid, 'personalData.export', {});
      await product.data(openid, 'personalData.requestDeletion', {});
      let deaths = 0;
      let call = 0;
      // Each try is later, as the timer's are: some die before the wait is over as well.
      for (let afterMs = 31 * DAY_MS; await exists(uid); afterMs += 5_000) {
        const mortal = mortalPlatform(later(platform, afterMs), { call, when });
        await closeDue(mortal).catch(letDie);
        deaths += Number(mortal.calls() > call);
        call = mortal.calls() > call ? call + 1 : 0;
      }
      expect(deaths).toBeGreaterThan(20);
      expect(await documentsWith(platform, tracesOf(openid))).toEqual([]);
      expect(storedFilesWith(product, [uid])).toEqual([]);
      expect(await collectionsWith(platform, uid)).toEqual(ALLOWED);
      expect(await ledgerReport(product)).toMatchObject({ faults: [], ok: true });
    },
    120_000,
  );

  test('that two are at is done once', async () => {
    const openid = 'o-two-jobs';
    const uid = await richRider(product, partner, openid);
    await product.data(openid, 'personalData.requestDeletion', {});
    for (const afterMs of [31 * DAY_MS, 31 * DAY_MS + QUIET_MS]) {
      await Promise.all([1, 2, 3].map(() => closeDue(later(platform, afterMs))));
    }
    await closeDue(later(platform, 31 * DAY_MS + 2 * QUIET_MS));
    expect(await exists(uid)).toBe(false);
    expect(await collectionsWith(platform, uid)).toEqual(ALLOWED);
    expect(await ledgerReport(product)).toMatchObject({ faults: [], ok: true });
  });
});
