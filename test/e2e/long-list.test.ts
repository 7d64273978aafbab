import { PartnerClient, shortRide, untilSettled } from '../support/partner';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';

const RIDES = 100;
/** The official audit's bound for one page. */
const MOST_NODES = 1_000;
const TEN_MINUTES_MS = 600_000;

let city: City;
beforeAll(async () => {
  city = await startCity();
  const partner = new PartnerClient(city.product);
  await partner.riderWithCard('often', 'card-of-often');
  const lastMs = city.product.cloud.nowMs() - TEN_MINUTES_MS;
  const rides = Array.from({ length: RIDES }, (_, index) =>
    shortRide(`often-${index}`, 'card-of-often', lastMs - index * TEN_MINUTES_MS),
  );
  const { accepted } = await untilSettled(some => partner.rides(some), rides);
  expect(accepted).toBe(RIDES);
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

/** Nodes as WeChat counts them: those of components, without the kernel's own. */
const countNodes = (phone: Phone): Promise<number> =>
  phone.app.locator('body').evaluate(body => {
    const names = [...body.querySelectorAll('*')].map(({ tagName }) => tagName);
    return names.filter(name => name.startsWith('WX-') || name === 'PAGE').length;
  });

/** Scrolls by turns of a wheel until that text is drawn; answers the most nodes on the way. */
async function scroll(phone: Phone, stepPx: number, until: string): Promise<number> {
  let most = 0;
  for (let turn = 0; turn < 150; turn += 1) {
    most = Math.max(most, await countNodes(phone));
    if (await phone.text(until).first().isVisible()) return most;
    await phone.page.mouse.wheel(0, stepPx);
    await phone.page.waitForTimeout(50);
  }
  throw new Error(`never came to ${until}`);
}

test.each([
  ['/pages/trips/trips', 'trip'],
  ['/packages/trips/statement/statement', 'line'],
])('a list of a hundred rows keeps few nodes and its place: %s', async (route, row) => {
  const size = { width: 390, height: 844 };
  const phone = await city.open('often', { route, bare: true }, { viewport: size });
  const rows = phone.part(row);
  await rows.first().waitFor();
  const [firstTime] = (await rows.first().innerText()).match(/\d\d:\d\d/)!;
  const height = () => phone.app.locator('.page:visible').evaluate(page => page.scrollHeight);
  await phone.page.mouse.move(size.width / 2, size.height / 2);
  expect(await scroll(phone, 500, '到起点站了')).toBeLessThan(MOST_NODES);
  expect(await phone.text(firstTime).count()).toBe(0);
  const heightAtEnd = await height();
  expect(await scroll(phone, -500, firstTime)).toBeLessThan(MOST_NODES);
  expect(await rows.count()).toBeLessThan(RIDES);
  expect(await height()).toBe(heightAtEnd);
});
