import { runEffect } from '../../../../cloudfunctions/domain/approvals';
import { approvals } from '../../../../cloudfunctions/domain/approvals/store';
import { auditEntries } from '../../../../cloudfunctions/domain/audit/store';
import { Engine } from './engine';
import type { Decide, Request } from './model';
import { Killed } from './snapshot-database';
import { desk, things } from './team';

const startMs = Date.parse('2026-11-10T08:00:00+08:00');
const request: Request = { type: 'request', by: 'ann', thing: 'x', value: 7, about: null, refuse: false };
const approve: Decide = { type: 'decide', by: 'bob', at: 0, verdict: 'approve', stale: false, killed: false };

async function asked(): Promise<Engine> {
  const engine = await Engine.start(startMs, {
    ann: ['desk.use'],
    bob: ['desk.use', 'roles.approve'],
  });
  await engine.apply(request);
  return engine;
}

const effects = (engine: Engine) =>
  engine.database.all(auditEntries).filter(({ _id }) => _id.startsWith('approvals.effect:')).length;

test('wherever a function is killed between approval and effect, the effect happens once', async () => {
  let wasKilled = true;
  let points = 0;
  for (; wasKilled; points += 1) {
    const engine = await asked();
    engine.database.killAfter = points;
    wasKilled = await engine.apply(approve).then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    engine.database.killAfter = null;
    await engine.jobs();
    const [approval] = engine.database.all(approvals);
    if (approval!.state === 'pending') expect(await engine.apply(approve)).toBe('done');
    await engine.jobs();
    expect(engine.database.all(things)).toEqual([{ _id: 'x', version: 1, values: [7] }]);
    expect(effects(engine)).toBe(1);
  }
  expect(points).toBeGreaterThan(10);
});

test('an effect whose commit nobody heard of is found to have happened', async () => {
  const engine = await asked();
  await engine.apply({ ...approve, killed: true });
  engine.database.loseCommit = true;
  expect((await runEffect(engine.platform, desk, engine.ids[0]!)).state).toBe('done');
  expect((await runEffect(engine.platform, desk, engine.ids[0]!)).state).toBe('done');
  expect(effects(engine)).toBe(1);
});

test('ten runs of one effect at once have it happen once', async () => {
  const engine = await asked();
  await engine.apply({ ...approve, killed: true });
  const runs = Array.from({ length: 10 }, () => runEffect(engine.platform, desk, engine.ids[0]!));
  const states = (await Promise.all(runs)).map(({ state }) => state);
  expect(states).toEqual(Array(10).fill('done'));
  expect(engine.database.all(things)[0]!.values).toEqual([7]);
});

test('a payload that was changed behind the engine’s back does not run', async () => {
  const engine = await asked();
  await engine.apply({ ...approve, killed: true });
  await engine.database.transact(transaction =>
    transaction.update(approvals, engine.ids[0]!, { payload: '{"about":null,"thing":"x","value":8}' }),
  );
  const failed = await runEffect(engine.platform, desk, engine.ids[0]!);
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'CHANGED_SINCE_READ' } });
  expect(engine.database.all(things)).toEqual([]);
});
