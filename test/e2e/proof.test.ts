import { connectEndpoint } from '../../local/ledger/endpoint-source';
import { readLedger } from '../../local/ledger/read-ledger';
import { verifyLedger } from '../../local/ledger/verify-ledger';
import { metroRide, PartnerClient } from '../support/partner';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A timer runs every five minutes. */
const TIMER_MS = 5 * MINUTE_MS;
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
  await city.product.advanceClock(3 * TIMER_MS);
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

/** What the panel's forger says of himself. */
async function tampered(): Promise<{ key: string }> {
  const response = await city.product.http('/tamper/state');
  return ((await response.json()) as { tampered: { key: string } }).tampered;
}

/** The product walks through all of its ledger once in six hours. */
async function walkWholeLedger(): Promise<void> {
  await jump(new Date(city.product.cloud.nowMs() + 6 * HOUR_MS).toISOString());
  await city.product.advanceClock(TIMER_MS);
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

/** What each way of forging does to the fifth entry of six, as the phone and the command say it. */
const ways: [name: string, way: number, said: string, verified: RegExp][] = [
  ['a larger amount', 0, '被改动过', /^5 trip:.*it was changed/],
  ['an entry that is gone', 1, '不见了', /was sealed and is missing/],
  ['two entries in each other’s place', 2, '被改动过', /^5 trip:.*it was changed/],
  ['another balance', 3, '被改动过', /^5 trip:.*it was changed/],
  ['a history made anew', 4, '重做过', /^5 trip:.*not what was sealed/],
];

/** The phone's own check, after somebody has forged the entry. */
async function findOnPhone(phone: Phone, said: string): Promise<void> {
  await phone.part('again').click();
  await phone.part('verdict').filter({ hasText: '第 5 笔' }).waitFor();
  expect(await phone.part('verdict').innerText()).toContain(said);
}

/** The product's own walk through its ledger, and the page for everybody. */
async function findInPublic(phone: Phone, state: string): Promise<void> {
  await walkWholeLedger();
  await phone.show(OPEN_LEDGER);
  await phone.part('checking').filter({ hasText: state }).waitFor();
  // Only people let it go on again.
  expect(await phone.part('paying-out').innerText()).toContain('暂停');
}

async function putBack(phone: Phone): Promise<void> {
  await phone.shell('tamper-restore').click();
  await phone.shell('tamper-answer').filter({ hasText: '已还原' }).waitFor();
}

test.each(ways)(
  '%s is named by phone, command and public page, and gone once it is put back',
  async (_, way, said, verified) => {
    const phone = await city.open(RIDER, { route: SELF_PROOF });
    expect(await verdict(phone)).toContain('一笔不差');
    expect(await tamper(phone, way)).toContain('第 5 笔');
    await findOnPhone(phone, said);
    expect((await verifiedKeys()).named).toContainEqual(expect.stringMatching(verified));
    await findInPublic(phone, '对不上');
    const { key } = await tampered();
    const findings = await phone.part('finding').allInnerTexts();
    expect(findings).toContainEqual(expect.stringMatching(`第 5 笔|${key}`));

    await putBack(phone);
    await findInPublic(phone, '没有发现问题');
    await phone.show(SELF_PROOF);
    expect(await verdict(phone)).toContain('一笔不差');
    expect(await verifiedKeys()).toEqual({ ok: true, named: [] });
  },
);
