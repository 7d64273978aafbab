/** @jest-environment jsdom */
import { render, tap, textOf } from '../../components/render';

const HOME = 'packages/proof/components';

test('explained-row tells what its number means when it is tapped, and folds again', async () => {
  const row = render(
    'explained-row',
    { name: '用户持有', amount: '2,711,530', explanation: '所有人账上能用的积分', tone: 'carbon' },
    HOME,
  );
  expect(textOf(row)).toBe('用户持有2,711,530');
  await tap(row, '.row');
  expect(textOf(row)).toBe('用户持有2,711,530所有人账上能用的积分');
  await tap(row, '.row');
  expect(textOf(row)).toBe('用户持有2,711,530');
});

test('explained-row has a dot only with a colour', () => {
  expect(render('explained-row', { name: '合计' }, HOME).querySelectorAll('.dot')).toHaveLength(0);
  const row = render('explained-row', { name: '已归集', tone: 'carbon', shade: 2 }, HOME);
  expect(row.querySelectorAll('.dot')).toHaveLength(1);
});

test('check-line draws each station as it stands, and no track after the last one', () => {
  const station = { detail: '每一笔', count: '46 笔', label: '' };
  const stations = [
    { ...station, name: '逐笔重算', state: 'passed' },
    { ...station, name: '对余额', state: 'broken' },
    { ...station, name: '对封账', state: 'ahead', count: '' },
  ];
  const line = render('check-line', { stations }, HOME);
  expect(line.querySelectorAll('.dot')).toHaveLength(3);
  expect(line.querySelectorAll('.track')).toHaveLength(2);
  expect(line.querySelectorAll('.tick')).toHaveLength(1);
  expect(line.querySelectorAll('.cross')).toHaveLength(1);
  expect(textOf(line)).toBe('逐笔重算46笔每一笔对余额46笔每一笔对封账每一笔');
});
