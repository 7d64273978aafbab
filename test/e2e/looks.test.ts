import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { seedRider } from './seed-rider';

/** Every page that somebody with a trip can open. */
const routes = [
  '/pages/home/home',
  '/pages/trips/trips',
  '/pages/me/me',
  '/packages/about/about/about',
  '/packages/about/methodology/methodology',
  '/packages/about/privacy/privacy',
  '/packages/cards/bind/bind',
  '/packages/cards/cards/cards',
  '/packages/giving/funds/funds',
  '/packages/giving/donation/donation?fundId=example-planting',
  '/packages/inbox/notices/notices',
  '/packages/my-data/closing/closing',
  '/packages/my-data/export/export',
  '/packages/my-data/kept/kept',
  '/packages/proof/open-ledger/open-ledger',
  '/packages/proof/provenance/provenance',
  '/packages/proof/self-proof/self-proof',
  '/packages/trips/statement/statement',
  '/packages/trips/months/months',
  '/packages/trips/search/search?month=2026-11',
  '/packages/trips/day-balance/day-balance',
  '/packages/trips/export/export',
  '/packages/trips/year-picture/year-picture',
  '/packages/welcome/consent/consent',
  '/packages/welcome/onboarding/onboarding',
];

let city: City;
let explanation: string;

beforeAll(async () => {
  city = await startCity();
  explanation = `/packages/trips/explain/explain?tripId=${await seedRider(city.product, 'looked-at')}`;
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

/** What reaches beyond the right edge of the screen, by page. */
async function overhangs(phone: Phone): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const route of [...routes, explanation]) {
    await phone.show(route);
    const beyond = await phone.overhang();
    if (beyond.length > 0) found[route] = beyond;
  }
  return found;
}

const looks = [
  { name: 'dark on the panel’s phone', size: { width: 1440, height: 900 }, theme: 'dark' as const },
  { name: 'elder mode', size: { width: 390, height: 844 }, elder: true },
  { name: 'the smallest phone', size: { width: 320, height: 568 } },
  { name: 'the smallest phone in elder mode', size: { width: 320, height: 568 }, elder: true },
  { name: 'a window of a PC without the panel', size: { width: 1280, height: 800 }, bare: true },
];

test.each(looks)('every page fits and complains of nothing: $name', async ({ size, ...look }) => {
  const phone = await city.open('looked-at', look, { viewport: size });
  expect(await overhangs(phone)).toEqual({});
  expect(await phone.problems()).toEqual([]);
});

test('a size that is chosen on one page reaches those that were open before', async () => {
  const phone = await city.open('looked-at', { bare: true }, { viewport: { width: 390, height: 844 } });
  for (const route of ['/packages/trips/statement/statement', explanation]) {
    await phone.show(route);
    await phone.show('/pages/me/me');
    await phone.tap('大字模式');
    await phone.show(route);
    const style = await phone.app.locator('.page:visible').first().getAttribute('style');
    expect(style).toBe(route === explanation ? '--scale: 1' : '--scale: 1.35');
  }
});

test('what reaches beyond the edge is named, so that silence says something', async () => {
  const phone = await city.open('looked-at', { bare: true }, { viewport: { width: 390, height: 844 } });
  await phone.part('balance').evaluate(card => {
    card.style.cssText = 'display: block; margin-left: 30px; width: 390px';
  });
  expect((await phone.overhang())[0]).toMatch(/ \d+$/);
});
