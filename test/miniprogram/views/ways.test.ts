import appConfig from '../../../miniprogram/app.json';
import { groupWays, type Way } from '../../../miniprogram/views/ways';

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

const all = groupWays().flatMap(group => group.ways);

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
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});
