import { buildCity } from '../../../../local/demo/city/build-city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import { riderFor } from '../../../../local/demo/route/rider-for';

const network = readMetroNetwork(process.cwd());
const city = buildCity({ network, startDay: '2026-10-10' });

test('a rider of the demo keeps card and ways', () => {
  const [first] = city.riders;
  expect(riderFor(city, first?.openid ?? '')).toBe(first);
});

test('anybody else has a card of one’s own, always the same, and goes where the metro goes', () => {
  const someone = riderFor(city, 'newcomer-abc123');
  expect(someone.riderToken).toMatch(/^szt-\d{8}-\d{4}$/);
  expect(riderFor(city, 'newcomer-abc123')).toEqual(someone);
  expect(riderFor(city, 'newcomer-abc124').riderToken).not.toBe(someone.riderToken);
  expect(city.riders.map(({ riderToken }) => riderToken)).not.toContain(someone.riderToken);
  expect(network.route(someone.habits.home, someone.habits.usual).seconds).toBeGreaterThan(0);
});
