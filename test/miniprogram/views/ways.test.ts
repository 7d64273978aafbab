import { STEPS_PER_CREDIT } from '../../../cloudfunctions/domain/steps/rules';
import appConfig from '../../../miniprogram/app.json';
import { groupWays, viewWays, type Way } from '../../../miniprogram/views/ways';

const pages = [
  ...appConfig.pages,
  ...appConfig.subPackages.flatMap(({ root, pages: own }) => own.map(page => `${root}/${page}`)),
].map(page => `/${page}`);

const wayOf = (key: string, kind: Way['kind']): Way => ({
  key,
  kind,
  title: key,
  verified: '运营方签名。',
  pays: '一克一积分',
  route: '/pages/home/home',
});

const bonus = {
  key: 'plan-bonus',
  title: '',
  rule: '',
  value: '35 积分',
  source: '',
  standing: 'own' as const,
};
const terms = {
  partners: [
    { name: '示例地铁', city: 'shenzhen', modes: ['metro'] },
    { name: '示例单车', city: 'shenzhen', modes: ['shared-bike', 'shared-e-bike'] },
    { name: '示例顺风车', city: 'beijing', modes: ['carpool'] },
  ],
  incentives: [bonus],
};
const all = [viewWays(terms), viewWays(null)].flatMap(groups => groups.flatMap(group => group.ways));

test('what is verified stands before what encourages, each on its own line', () => {
  const groups = groupWays([wayOf('steps', 'bonus'), wayOf('rides', 'carbon'), wayOf('track', 'bonus')]);
  expect(groups.map(({ kind, ways }) => [kind, ways.map(({ key }) => key)])).toEqual([
    ['carbon', ['rides']],
    ['bonus', ['steps', 'track']],
  ]);
});

test('a group without a way is left out', () => {
  expect(groupWays([wayOf('rides', 'carbon')]).map(({ kind }) => kind)).toEqual(['carbon']);
});

test.each(all)(
  '$title leads to a page of the package and says how it is verified',
  ({ route, verified, label }) => {
    expect(pages).toContain(route.split('?')[0]);
    expect(verified).toMatch(/。$/);
    expect(label).toContain(verified);
  },
);

test('no way is listed twice', () => {
  const keys = viewWays(terms).flatMap(group => group.ways.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
});

const carbonOf = (known: Parameters<typeof viewWays>[0]) =>
  viewWays(known)[0]!.ways.map(({ key, verified }) => [key, verified.split('：')[0]]);

test('each mode that somebody signs is a way, and says who; a mode that nobody signs is none', () => {
  expect(carbonOf(terms)).toEqual([
    ['metro', '示例地铁'],
    ['shared-bike', '示例单车'],
    ['shared-e-bike', '示例单车'],
    ['carpool', '示例顺风车（北京）'],
  ]);
  expect(carbonOf(null).map(([key]) => key)).toEqual(['rides']);
});

const paysOf = (known: Parameters<typeof viewWays>[0], key: string) =>
  viewWays(known)
    .flatMap(group => group.ways)
    .find(way => way.key === key)?.pays;

test('a plan pays what the parameters say, and no number is made up while they are not known', () => {
  expect(paysOf(terms, 'plans')).toBe('每份 35 积分');
  expect(paysOf(null, 'plans')).not.toMatch(/\d/);
});

test('steps pay what the server pays for them', () => {
  expect(paysOf(null, 'steps')).toBe(`${STEPS_PER_CREDIT} 步 1 积分`);
});
