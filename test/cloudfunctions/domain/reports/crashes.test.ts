import { tendReports } from '../../../../cloudfunctions/domain/reports';
import { contentsOf, dieAnywhere } from '../expiry/die-anywhere';
import { ReportWorld } from './report-world';

/** How often WeChat was asked, and when it is asked again, differs; that one asked report stands there does not. */
const comparedOf = (world: ReportWorld): string =>
  `${contentsOf(world)
    .replace(/\["report_checks",\[.*?\]\],/, '')
    .replace(/\\"tries\\":\d/g, 'tries')
    .replace(/\\"checkDueAtMs\\":\d+/g, 'due')} ${world.kept().join(' ')}`;

async function waiting(): Promise<{ world: ReportWorld; reportId: string }> {
  const world = new ReportWorld();
  world.upload('ann', 'one', 100);
  const { reportId } = await world.submit('ann', 'one', 2);
  await world.check();
  return { world, reportId };
}

test('declaring, with the job after it', async () => {
  const world = new ReportWorld();
  world.upload('ann', 'one', 100);
  const calls = await dieAnywhere(
    world,
    async (one, process) => {
      await one.submit('ann', 'one', 2, process);
      one.nowMs = world.nowMs + 41 * 60_000;
      await one.run(tendReports, process);
      one.nowMs = world.nowMs;
    },
    comparedOf,
  );
  expect(calls).toBeGreaterThan(20);
});

test('WeChat’s answer', async () => {
  const world = new ReportWorld();
  world.upload('ann', 'one', 100);
  await world.submit('ann', 'one', 2);
  for (const verdict of ['pass', 'risky'] as const) {
    await dieAnywhere(world, (one, process) => one.check(verdict, process));
  }
});

test.each(['approve', 'refuse'] as const)('a reviewer’s word: %s', async verdict => {
  const { world, reportId } = await waiting();
  const done = (error: { code?: string }) => {
    // Said again it has been said.
    if (error.code !== 'ALREADY_DECIDED') throw error;
  };
  const code = verdict === 'refuse' ? ('unreadable' as const) : null;
  await dieAnywhere(world, (one, process) => one.decide(reportId, { verdict, code }, process).catch(done));
});

test('an appeal', async () => {
  const { world, reportId } = await waiting();
  await world.decide(reportId, { verdict: 'refuse', code: 'unreadable' });
  await dieAnywhere(world, (one, process) => one.appeal('ann', reportId, process));
});
