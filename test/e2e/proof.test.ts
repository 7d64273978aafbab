import { connectEndpoint } from '../../local/ledger/endpoint-source';
import { readLedger } from '../../local/ledger/read-ledger';
import { verifyLedger } from '../../local/ledger/verify-ledger';
import { metroRide, PartnerClient } from '../support/partner';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const MINUTE_MS = 60_000;
/** A timer runs every five minutes; a job that has not finished goes on with the next one. */
const TIMERS_MS = 11 * MINUTE_MS;
const RIDER = 'own-checker';
const CARD = 'card-of-own-checker';
const SELF_PROOF = '/packages/proof/self-proof/self-proof';
const OPEN_LEDGER = '/packages/proof/open-ledger/open-ledger';
const DAYS = ['2026-11-10', '2026-11-11', '2026-11-12'] as const;

let city: City;

/** A ride in the morning and one in the evening of three days, each sealed and checked in the night. */
beforeAll(async () => {
  city = await startCity();
  const partner = new PartnerClient(city.product);
  await partner.riderWithCard(RIDER, CARD);
  for (const day of DAYS) {
    await jump(`${day}T20:00:00+08:00`);
    const rides = ['17:00', '19:00'].map(time =>
      metroRide({
        ticketId: `${day}-${time}`,
        riderToken: CARD,
        fromMs: Date.parse(`${day}T${time}:00+08:00`),
      }),
    );
    const { accepted } = await partner.rides(rides);
    if (accepted !== rides.length) throw new Error('not every ride was taken');
  }
  await jump('2026-11-13T00:11:00+08:00');
  await city.product.advanceClock(TIMERS_MS);
}, 2 * START_TIMEOUT_MS);
afterEach(async () => {
  await restore();
  expect(await city.putAway()).toEqual([]);
});
afterAll(() => city?.stop());

async function jump(to: string): Promise<void> {
  await city.product.http('/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nowMs: Date.parse(to) }),
  });
}

const restore = (): Promise<Response> =>
  city.product.http('/tamper/restore', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });

/** Waits until the check on the phone has come to an end. */
async function verdict(phone: Phone): Promise<string> {
  await phone.part('again').or(phone.part('verdict')).first().waitFor();
  await phone.part('again').waitFor();
  return phone.part('verdict').innerText();
}

/** In the panel, as somebody who has the database in his hands. @param way its place in the row */
async function tamper(phone: Phone, way: number): Promise<string> {
  await phone.shell(`tamper-way-${way}`).click();
  await phone.shell('tamper').click();
  const answer = phone.shell('tamper-answer').filter({ hasText: '数据库里' });
  await answer.waitFor();
  return answer.innerText();
}

/** `npm run ledger:verify`, on what `npm run ledger:export` writes. */
async function verifiedKeys(): Promise<{ ok: boolean; named: string[] }> {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(city.product.cloud.url)))
    lines.push(JSON.stringify(line));
  const { ok, faults } = await verifyLedger(lines);
  return { ok, named: faults.map(({ seq, key, problem }) => `${seq} ${key} ${problem}`) };
}

test('the seal beside the balance leads to the check, which finds nothing wrong, and says so on home', async () => {
  const phone = await city.open(RIDER);
  await phone.part('seal').filter({ hasText: '自证' }).click();
  await phone.arrives('自证');
  expect(await verdict(phone)).toMatch(/6 笔[\s\S]*一笔不差/);
  expect(await phone.part('stations').innerText()).toMatch(
    /逐笔重算[\s\S]*6 笔[\s\S]*逐日找到自己[\s\S]*3 天/,
  );
  await phone.sees('核对不了什么');
  await phone.shell('navigation-back').click();
  await phone
    .part('seal')
    .filter({ hasText: /^已自证 · 11月13日$/ })
    .waitFor();
});

test('somebody who has never signed in sees where every credit is, one tap from home', async () => {
  const phone = await city.open('passer-by');
  await phone.part('open-ledger').click();
  await phone.arrives('开放账本');
  expect(await phone.part('equation-carbon').innerText()).toContain('等式成立，差额 0');
  expect(await phone.part('checking').innerText()).toContain('没有发现问题');
  const { balance } = await city.product.data(RIDER, 'ledger.balance', {});
  const grams = balance.carbon.available.toLocaleString('en-US');
  expect(await phone.part('minted-carbon').innerText()).toContain(grams);
  await phone.part('minted-carbon').click();
  await phone.sees('运营方签名、核验通过的行程');
  expect(await phone.part('seal').count()).toBe(3);
  await phone.part('seal').first().click();
  await phone.sees('这台手机');
});

const ways = [
  { name: 'a larger amount', way: 0, number: 5, said: '被改动过', verified: /^5 trip:.*it was changed/ },
  { name: 'an entry that is gone', way: 1, number: 5, said: '不见了', verified: /was sealed and is missing/ },
  {
    name: 'two entries in each other’s place',
    way: 2,
    number: 5,
    said: '被改动过',
    verified: /^5 trip:.*changed/,
  },
  { name: 'another balance', way: 3, number: 5, said: '被改动过', verified: /^5 trip:.*it was changed/ },
  {
    name: 'a history made anew',
    way: 4,
    number: 5,
    said: '重做过',
    verified: /^5 trip:.*not what was sealed/,
  },
];

test.each(ways)(
  '$name is named by phone, page and command, and forgiven once it is put back',
  async one => {
    const phone = await city.open(RIDER, { route: SELF_PROOF });
    expect(await verdict(phone)).toContain('一笔不差');
    expect(await tamper(phone, one.way)).toContain(`第 ${one.number} 笔`);

    await phone.part('again').click();
    await phone
      .part('verdict')
      .filter({ hasText: `第 ${one.number} 笔` })
      .waitFor();
    expect(await phone.part('verdict').innerText()).toContain(one.said);
    expect((await verifiedKeys()).named).toContainEqual(expect.stringMatching(one.verified));

    await city.product.advanceClock(TIMERS_MS);
    await phone.show(OPEN_LEDGER);
    expect(await phone.part('checking').innerText()).toContain('对不上');
    await phone.sees(`第 ${one.number} 笔`);
    expect(await phone.part('paying-out').innerText()).toContain('暂停');

    await phone.shell('tamper-restore').click();
    await phone.shell('tamper-answer').filter({ hasText: '已还原' }).waitFor();
    await phone.show(SELF_PROOF);
    expect(await verdict(phone)).toContain('一笔不差');
    expect(await verifiedKeys()).toEqual({ ok: true, named: [] });
  },
  180_000,
);
