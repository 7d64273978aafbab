import { tableText, widthOf } from '../../../../local/demo/try/text-table';

test.each([
  ['', 0],
  ['abc', 3],
  ['深圳北站', 8],
  ['地铁 A → B', 10],
  ['（到）', 6],
  ['10.9 公里', 9],
])('%s is %i columns wide', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test('columns line up, Chinese or not, and numbers end under each other', () => {
  const columns = [
    { title: '事项', align: 'left' },
    { title: '积分', align: 'right' },
  ] as const;
  const table = tableText(columns, [
    ['地铁 布吉', '+1,508'],
    ['x', '-1'],
  ]);
  expect(table.split('\n')).toEqual([
    '事项         积分',
    '─────────  ──────',
    '地铁 布吉  +1,508',
    'x              -1',
  ]);
});
