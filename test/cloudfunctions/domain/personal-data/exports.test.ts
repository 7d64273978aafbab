import { requestExport } from '../../../../cloudfunctions/domain/personal-data';
import { SplitFile } from '../../../../cloudfunctions/domain/personal-data/split-file';
import { personalParts } from '../../../../cloudfunctions/functions/personal-parts';
import { collectionOf, type Platform } from '../../../../cloudfunctions/platform';
import { Killed, mortalPlatform } from '../../../support/mortal-platform';
import { metroRide, PartnerClient } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { DAY_MS, later, richRider, storedFilesWith, tend } from './leaving-rider';

interface StoredExport {
  _id: string;
  uid: string;
  state: string;
  files: { fileId: string | null }[];
}

const exportsOf = collectionOf<StoredExport>('personal_exports');
const RETRY_MS = 91_000;
/** A file for each part that is a table. */
const tables = personalParts.flatMap(({ sheet }) => (sheet ? [`${sheet.name}.csv`] : []));
/** What all names have in common. */
const NAME = /^tandiandian-|-\d{4}-\d\d-\d\d/g;

let product: Product;
let platform: Platform;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  platform = product.platform;
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const find = (uid: string) => platform.database.find(exportsOf, { where: { uid }, limit: 10 });

async function textsOf(openid: string): Promise<Record<string, string>> {
  const { export: made } = await product.data(openid, 'personalData.latestExport', {});
  const texts = (made?.files ?? []).map(async ({ name, address }) => {
    expect(address).toContain(`/${name}?`);
    const bytes = await (await fetch(address!)).arrayBuffer();
    return [name.replace(NAME, ''), new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)];
  });
  return Object.fromEntries(await Promise.all(texts));
}

test('holds everything as JSON, and trips and ledger as tables that a spreadsheet opens and does not run', async () => {
  const openid = 'o-exporting';
  const uid = await richRider(product, partner, openid);
  const ticketId = '=cmd|calc';
  const fromMs = product.cloud.nowMs() - 9 * 3_600_000;
  const riderToken = `${openid}-card-2222`;
  await partner.rides([metroRide({ ticketId, riderToken, fromMs, minutes: 30, from: '布吉', to: '福田' })]);
  await product.data(openid, 'personalData.export', {});
  const texts = await textsOf(openid);
  expect(Object.keys(texts).sort()).toEqual(['data.json', ...tables].sort());
  const { about, data } = JSON.parse(texts['data.json']!);
  expect(about).toMatchObject({ form: 1, part: 1, accountNumber: uid });
  expect(Object.keys(data)).toEqual(
    expect.arrayContaining(['account', 'onboarding', 'cards', 'trips', 'ledger', 'notices']),
  );
  expect(data.trips.map((trip: { evidence: { ticketId: string } }) => trip.evidence.ticketId)).toContain(
    ticketId,
  );
  expect(data.cards).toHaveLength(2);
  const { entries } = await product.data(openid, 'ledger.statement', { limit: 50 });
  expect(data.ledger.map(({ _id }: { _id: string }) => _id)).toEqual(entries.map(({ key }) => key));
  for (const name of ['trips.csv', 'ledger.csv']) {
    expect(texts[name]!.startsWith('\uFEFF')).toBe(true);
    expect(texts[name]).not.toMatch(/(^|,)"?[=+@]/m);
  }
  expect(texts['trips.csv']).toContain('布吉,福田');
  expect(texts['ledger.csv']!.trim().split('\r\n')).toHaveLength(entries.length + 1);
  expect(JSON.stringify(texts)).not.toContain(`wx:${openid}`);
});

test('is nobody else’s, ends with its links after a day, and its files are removed', async () => {
  const openid = 'o-ending';
  const uid = await product.signedInRider(openid);
  await product.data(openid, 'personalData.export', {});
  await product.signedInRider('o-curious');
  expect((await product.data('o-curious', 'personalData.latestExport', {})).export).toBeNull();
  expect(storedFilesWith(product, [uid])).toHaveLength(1);
  await tend(later(platform, DAY_MS - 60_000));
  expect(await find(uid)).toHaveLength(1);
  await tend(later(platform, DAY_MS + 1_000));
  expect(await find(uid)).toEqual([]);
  expect(storedFilesWith(product, [uid])).toEqual([]);
  expect((await product.data(openid, 'personalData.latestExport', {})).export).toBeNull();
});

test('is made three times a day at most, and a repeated request is the same one', async () => {
  const openid = 'o-often';
  const uid = await product.signedInRider(openid);
  const requestId = 'same-request-1';
  const first = await product.data(openid, 'personalData.export', {}, { requestId });
  expect(await product.data(openid, 'personalData.export', {}, { requestId })).toEqual(first);
  expect(await find(uid)).toHaveLength(1);
  for (let again = 0; again < 2; again += 1) await product.data(openid, 'personalData.export', {});
  expect(await product.call(openid, 'personalData.export', {})).toMatchObject({
    ok: false,
    error: { code: 'RATE_LIMITED' },
  });
});

describe('making that is cut off', () => {
  const letDie = (error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  };

  test.each(['before', 'after'] as const)(
    '%s any of its calls is finished by the job, and leaves no file behind',
    async when => {
      const openid = `o-cut-${when}`;
      const uid = await product.signedInRider(openid);
      await requestExport(platform, { uid, request: { key: `test:${openid}`, hash: 'h' } });
      const isReady = async () => (await find(uid))[0]?.state === 'ready';
      for (let call = 0, afterMs = RETRY_MS; !(await isReady()); call += 1, afterMs += RETRY_MS) {
        await tend(mortalPlatform(later(platform, afterMs), { call, when })).catch(letDie);
        expect(call).toBeLessThan(60);
      }
      expect(Object.keys(await textsOf(openid))).toHaveLength(1 + tables.length);
      for (let call = 0; (await find(uid)).length > 0; call += 1) {
        await tend(mortalPlatform(later(platform, 2 * DAY_MS), { call, when })).catch(letDie);
        expect(call).toBeLessThan(40);
      }
      expect(storedFilesWith(product, [uid])).toEqual([]);
    },
  );

  test('is not taken over while the call may still be at it', async () => {
    const uid = await product.signedInRider('o-at-it');
    await requestExport(platform, { uid, request: { key: 'test:at-it', hash: 'h' } });
    await tend(later(platform, 60_000));
    expect(await find(uid)).toMatchObject([{ state: 'making' }]);
  });
});

test('a long text is split into files that the storage takes, and none is lost', () => {
  const file = new SplitFile('trips', 'csv', lines => lines.map(({ text }) => text).join(''));
  const lines = Array.from({ length: 9 }, (_, index) => `${index}${'汉'.repeat(400_000)}`);
  for (const text of lines) file.add({ text });
  const texts = file.texts();
  expect(texts.map(({ name }) => name)).toEqual(['trips.csv', 'trips-2.csv', 'trips-3.csv']);
  expect(texts.map(({ text }) => text).join('')).toBe(lines.join(''));
  for (const { text } of texts) expect(Buffer.byteLength(text)).toBeLessThan(5_000_000);
});

test('costs so many database calls, and none walks through a collection', async () => {
  const openid = 'o-counted';
  await product.signedInRider(openid);
  const costs: Record<string, number> = {};
  const count = async (name: Parameters<typeof product.call>[1]) => {
    await product.data(openid, name, {} as never);
    costs[name] = await product.databaseCalls(() => product.data(openid, name, {} as never));
  };
  await product.nextMinute();
  await count('personalData.read');
  await count('personalData.export');
  await count('personalData.latestExport');
  await count('personalData.requestDeletion');
  await count('personalData.cancelDeletion');
  expect(costs).toEqual({
    'personalData.read': 4 + personalParts.filter(part => part.count).length,
    'personalData.export': expect.any(Number),
    'personalData.latestExport': 4,
    'personalData.requestDeletion': 7,
    'personalData.cancelDeletion': 7,
  });
  // One or two for each part that can be read.
  const readable = personalParts.filter(part => part.page).length;
  expect(costs['personalData.export']).toBeGreaterThanOrEqual(19 + readable);
  expect(costs['personalData.export']).toBeLessThanOrEqual(19 + 2 * readable);
  const calls = await product.calls(1_000);
  expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
});
