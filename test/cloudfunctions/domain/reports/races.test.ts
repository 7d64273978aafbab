import { tendReports } from '../../../../cloudfunctions/domain/reports';
import { DAY_MS } from '../expiry/time-world';
import { ReportWorld } from './report-world';

let world: ReportWorld;
beforeEach(() => {
  world = new ReportWorld();
});

const codeOf = (error: { code?: string }) => error.code;

describe('two reports at the same moment', () => {
  test('of one rider are never more than may be declared in a month', async () => {
    for (let made = 1; made <= 7; made += 1) {
      world.upload('ann', `made-${made}`, made * 30);
      await world.submit('ann', `made-${made}`, made * 2);
    }
    world.upload('ann', 'one', 240);
    world.upload('ann', 'other', 255);
    world.meanwhile = () => world.submit('ann', 'other', 18);
    expect(await world.submit('ann', 'one', 16).catch(codeOf)).toBe('REPORT_LIMIT');
    expect(world.states()).toHaveLength(8);
  });

  test('of one rider are both taken where there is room', async () => {
    world.upload('ann', 'one', 40);
    world.upload('ann', 'other', 90);
    world.meanwhile = () => world.submit('ann', 'other', 4);
    expect(await world.submit('ann', 'one', 2)).toMatchObject({ state: 'checking' });
    expect(world.states()).toEqual(['checking', 'checking']);
  });

  test.each([
    ['the later one of which was stored first', 1],
    ['the earlier one of which was stored first', -1],
  ])('with one picture, %s, are one: the later one is refused in words', async (_name, later) => {
    world.upload('ann', 'one', 100);
    world.upload('bob', 'other', 110);
    world.meanwhile = async () => {
      world.nowMs += later;
      await world.submit('bob', 'other', 4);
      world.nowMs -= later;
    };
    const answer = await world.submit('ann', 'one', 2);
    const [lost, won] = [world.report('ann', 'one'), world.report('bob', 'other')].sort((left, right) =>
      left.position < right.position ? 1 : -1,
    ) as [ReturnType<ReportWorld['report']>, ReturnType<ReportWorld['report']>];
    expect(lost).toMatchObject({ state: 'refused', refusal: { code: 'picture-used' } });
    expect(won).toMatchObject({ state: 'checking', refusal: null });
    expect(answer.state).toBe(world.report('ann', 'one').state);
    await world.check();
    expect(world.states().sort()).toEqual(['picture-used', 'waiting']);
  });

  test('with one picture are one also when the process dies before it has looked again', async () => {
    world.upload('ann', 'one', 100);
    world.upload('bob', 'other', 100);
    world.meanwhile = () => world.submit('bob', 'other', 4);
    const process = world.process();
    const find = process.database.find.bind(process.database);
    let looks = 0;
    process.database.find = (collection, request) => {
      looks += collection.name === 'report_prints' ? 1 : 0;
      return looks === 2 ? Promise.reject(new Error('gone')) : find(collection, request);
    };
    await expect(world.submit('ann', 'one', 2, process)).rejects.toThrow('gone');
    expect(world.states()).toEqual(['checking', 'checking']);
    world.nowMs += 41 * 60_000;
    await world.run(tendReports);
    expect(world.states().sort()).toEqual(['checking', 'picture-used']);
  });
});

test('a report that was made in time is paid however long reviewing and an appeal take', async () => {
  world.upload('ann', 'slow', 100);
  const { reportId } = await world.submit('ann', 'slow', 24);
  await world.check();
  world.nowMs += 28 * DAY_MS;
  await world.decide(reportId, { verdict: 'refuse', code: 'unreadable' });
  world.nowMs += 6 * DAY_MS;
  await world.appeal('ann', reportId);
  world.nowMs += 3 * DAY_MS;
  expect(await world.decide(reportId, { by: 'second' })).toMatchObject({ state: 'paid', words: null });
  expect(await world.faults()).toEqual([]);
});
