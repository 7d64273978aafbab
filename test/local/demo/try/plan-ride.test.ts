import { buildCity } from '../../../../local/demo/city/build-city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import { planRide } from '../../../../local/demo/try/plan-ride';

const network = readMetroNetwork(process.cwd());
const rider = buildCity({ network, startDay: '2026-03-02' }).riders[0]!;
const { home, usual } = rider.habits;
const nowMs = 1_800_000_000_000;

test.each([
  ['nothing wished', {}, home, usual],
  ['standing at work', { from: usual }, usual, home],
  ['standing somewhere', { from: '世界之窗' }, '世界之窗', home],
  ['wishing to go home', { to: home }, usual, home],
  ['wishing both', { from: '老街', to: '世界之窗' }, '老街', '世界之窗'],
])('%s', (_, wish, from, to) => {
  const ticket = planRide(network, rider, wish, nowMs);
  expect([ticket.entry.station, ticket.exit.station]).toEqual([from, to]);
});

test('the ride has just ended and took as long as it takes', () => {
  const { entry, exit } = planRide(network, rider, {}, nowMs);
  expect(exit.atMs).toBeLessThan(nowMs);
  expect(exit.atMs).toBeGreaterThan(nowMs - 5 * 60_000);
  expect((exit.atMs - entry.atMs) / 1000).toBeGreaterThan(network.route(home, usual).seconds);
});

test('every ride is another ticket', () => {
  const ids = [1, 2, 3].map(() => planRide(network, rider, {}, nowMs).ticketId);
  expect(new Set(ids).size).toBe(3);
});
