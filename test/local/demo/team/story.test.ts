import { statSync } from 'node:fs';
import { firstRoles } from '../../../../cloudfunctions/contract/permissions';
import type { StaffOutput, StaffProcedureName } from '../../../../cloudfunctions/contract/staff/procedures';
import { readAudit } from '../../../../local/audit-log/read-audit';
import { verifyAudit } from '../../../../local/audit-log/verify-audit';
import { claimHashOf } from '../../../../local/claim/claim-code';
import { DAY_MS, HOUR_MS } from '../../../../local/demo/beijing-time';
import { buildCity } from '../../../../local/demo/city/build-city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import { EndpointClock } from '../../../../local/demo/http/endpoint-clock';
import { placesOf } from '../../../../local/demo/modes/mode-places';
import { modeRidesOf } from '../../../../local/demo/modes/month-rides';
import { rideByModes } from '../../../../local/demo/modes/ride-by-modes';
import { readStationPlaces } from '../../../../local/demo/stations/station-places';
import {
  administrator,
  auditor,
  type Colleague,
  director,
  finance,
  secondService,
  team,
} from '../../../../local/demo/team/colleague';
import { codeAt } from '../../../../local/demo/team/one-time-code';
import { playScenes } from '../../../../local/demo/team/play-scenes';
import { StaffDesk } from '../../../../local/demo/team/staff-desk';
import { sceneAtMs, story } from '../../../../local/demo/team/story';
import { TeamFile } from '../../../../local/demo/team/team-file';
import { openFolder } from '../../../../local/ledger/folder-source';
import { fillPool } from '../../../support/fill-pool';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

/** The product's clock begins in its first hours, before the first scene. */
const startDay = '2026-11-10';
const CLAIM_CODE = 'ABCDE-FGHJK-MNPQR-STUVW';

let product: Product;
let desk: StaffDesk;

beforeAll(async () => {
  product = await startProduct({ environment: { FIRST_ADMIN_CODE_HASH: claimHashOf(CLAIM_CODE) } });
  const file = TeamFile.open(product.dataFolder);
  file.change({ claimCode: CLAIM_CODE });
  // The rider of the scenes with declared trips; the demo's month has let her in long before.
  await product.signedInRider('demo-commuter-001', { consent: true });
  await fillPool(product, { origin: 'sz-2021:2026-11', amount: 600 });
  desk = new StaffDesk(product.cloud.url, new EndpointClock(product.cloud.url), file);
  await playScenes(desk, startDay, Number.POSITIVE_INFINITY);
}, 2 * START_TIMEOUT_MS);
afterAll(() => product?.stop());

async function call<Name extends StaffProcedureName>(
  { openid }: Colleague,
  procedure: Name,
  input: object = {},
): Promise<StaffOutput<Name>> {
  const event = { procedure, input, requestId: `${procedure.replace('.', '-')}-of-a-test` };
  const answer = (await product.callFunction('staff', openid, event)) as { data: StaffOutput<Name> };
  return answer.data;
}

test('scenes that are played again do nothing twice', async () => {
  const state = async () => {
    const { approvals } = await call(director, 'approvals.list', { which: 'all', limit: 50 });
    const { members } = await call(administrator, 'staff.list');
    return { approvals, staffIds: members.map(({ staffId }) => staffId) };
  };
  const before = await state();
  desk.file.change({ scenesDone: story.length - 3 });
  await playScenes(desk, startDay, Number.POSITIVE_INFINITY);
  expect(await state()).toEqual(before);
});

test('every role of a new deployment has somebody who can work, and one colleague is on leave', async () => {
  const { members } = await call(administrator, 'staff.list');
  const active = members.filter(({ state, hasCode }) => state === 'active' && hasCode);
  const held = new Set(active.flatMap(({ roles }) => roles.map(({ roleId }) => roleId)));
  expect([...held].sort()).toEqual(Object.keys(firstRoles).sort());
  const resting = members.filter(({ state }) => state !== 'active').map(({ name, state }) => [name, state]);
  expect(resting).toEqual([[secondService.name, 'on-leave']]);
  expect(members.map(({ name }) => name).sort()).toEqual(team.map(({ name }) => name).sort());
});

test('there is something to decide for each of several people, and something of every ending', async () => {
  const toDo = async (who: Colleague) => (await call(who, 'desk.todos')).toDecide;
  expect(await Promise.all([director, finance].map(toDo))).toEqual([4, 3]);
  expect((await call(administrator, 'desk.todos')).toOpen).toBe(1);
  const { approvals } = await call(director, 'approvals.list', { which: 'all', limit: 50 });
  expect(new Set(approvals.map(({ state }) => state))).toEqual(new Set(['pending', 'done', 'denied']));
  const kinds = new Set(approvals.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([
    'books.credit',
    'factors.import',
    'parameters.change',
    'partners.change',
    'partners.rotate',
    'pools.retirement',
    'roles.change',
    'staff.application',
    'staff.elevate',
  ]);
});

test('grams are retired for an event, and everybody reads for whom', async () => {
  const { retired } = await product.data('o-anybody', 'openLedger.read', {});
  expect(retired).toMatchObject([{ from: 1, to: 400, beneficiary: '湾区绿色骑行日（示例）' }]);
});

test('partners of more modes have joined, and the rides of a month of theirs count', async () => {
  const network = readMetroNetwork(process.cwd());
  const city = buildCity({ network, startDay });
  const stations = readStationPlaces(process.cwd());
  const rides = modeRidesOf(city, mode => placesOf(mode, stations));
  for (const openid of new Set(rides.map(({ rider }) => rider.openid))) {
    await product.signedInRider(openid, { consent: true });
  }
  const world = { url: desk.url, clock: desk.clock, city, stations, file: desk.file };
  // The scenes end a day before the month does.
  await desk.clock.jumpTo(city.endMs);
  const days = city.days.map((_, day) => city.startMs + day * DAY_MS + 22 * HOUR_MS);
  for (const untilMs of days) await rideByModes(world, untilMs);
  const credited = async () =>
    Promise.all(
      [...new Set(rides.map(({ rider }) => rider.openid))].map(async openid => {
        const { trips } = await product.data(openid, 'rides.list', { limit: 50 });
        return trips.map(({ mode, state }) => `${mode} ${state}`);
      }),
    );
  const before = await credited();
  const elsewhere = before.flat().filter(trip => trip === 'shared-bike elsewhere');
  expect([before.flat().length, elsewhere.length]).toEqual([rides.length, 1]);
  expect(before.flat().filter(trip => trip.endsWith(' credited'))).toHaveLength(rides.length - 1);
  // A day that is played again is the same requests.
  await rideByModes(world, days[rides[0]!.day]!);
  expect(await credited()).toEqual(before);
});

test('a parameter was changed by two people, and the log has what somebody was not allowed', async () => {
  const { history } = await call(finance, 'parameters.list');
  expect(history[0]).toMatchObject({
    version: 2,
    changes: [{ path: 'earning.monthCapGrams', before: 200_000, after: 240_000 }],
  });
  const { entries } = await call(auditor, 'audit.search', { action: 'audit.search' });
  expect(entries.map(({ result, code }) => [result, code])).toEqual([['denied', 'FORBIDDEN']]);
});

test('scenes are ordered, have names of their own, and end before the month does', () => {
  const times = story.map(scene => sceneAtMs(scene, startDay));
  expect(times).toEqual([...times].sort((left, right) => left - right));
  expect(new Set(story.map(({ name }) => name)).size).toBe(story.length);
  expect(times.at(-1)).toBeLessThan(Date.parse('2026-12-09T18:00:00+08:00'));
});

test('the code that stands in for an authenticator is the one that counts', async () => {
  const secret = desk.file.state.secrets[finance.openid] ?? '';
  const { code, remainingMs } = codeAt(secret, product.cloud.nowMs());
  expect(await call(finance, 'desk.confirmCode', { code })).toMatchObject({
    confirmedUntilMs: expect.any(Number),
  });
  expect(remainingMs).toBeLessThanOrEqual(30_000);
});

test('secrets are readable to their owner only', () => {
  expect(statSync(desk.file.file).mode & 0o777).toBe(0o600);
});

test('the log of the whole month verifies, and one changed entry is found', async () => {
  await product.cloud.stop();
  const source = openFolder(product.dataFolder);
  const lines: string[] = [];
  for await (const line of readAudit(source)) lines.push(JSON.stringify(line));
  await source.close();
  const report = await verifyAudit(lines);
  expect(report).toMatchObject({ ok: true, faults: [] });
  expect(report.entries).toBeGreaterThan(100);
  const changed = lines.map(line => line.replace('年休假', '病假'));
  expect((await verifyAudit(changed)).faults).toMatchObject([
    { problem: expect.stringContaining('changed') },
  ]);
});
