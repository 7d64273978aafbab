import {
  distanceText,
  factorText,
  massText,
  metresText,
  signed,
  thousands,
} from '../../../miniprogram/views/amounts';
import {
  beijingDay,
  clockText,
  dayText,
  momentText,
  monthText,
  nearDayText,
} from '../../../miniprogram/views/beijing-time';
import { comparisonText } from '../../../miniprogram/views/comparison';
import { viewFailure } from '../../../miniprogram/views/failure';
import { storedNoteOf } from '../../../miniprogram/views/stored-copy';

const at = (beijing: string): number => Date.parse(`${beijing}:00+08:00`);

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [12_846, '12,846'],
  [1_234_567, '1,234,567'],
])('%d is written %s', (amount, text) => expect(thousands(amount)).toBe(text));

test.each([
  [1_282, '+1,282'],
  [-1_282, '−1,282'],
  [0, '0'],
])('a change of %d is written %s', (amount, text) => expect(signed(amount)).toBe(text));

test.each([
  [894, '894 米'],
  [1_000, '1.0 公里'],
  [27_467, '27.5 公里'],
  [1_234_560, '1,234.6 公里'],
])('%d metres are %s', (metres, text) => expect(distanceText(metres)).toBe(text));

test('exact metres, masses and factors', () => {
  expect(metresText(27_467)).toBe('27,467 米');
  expect([massText(9_999), massText(16_805)]).toEqual(['9,999 克', '16.8 千克']);
  expect([factorText(46_700), factorText(33_880)]).toEqual(['46.7 克/公里', '33.88 克/公里']);
});

describe('Beijing time', () => {
  test('is eight hours ahead, over midnight too', () => {
    expect([beijingDay(at('2026-11-20T00:01')), clockText(at('2026-11-20T00:01'))]).toEqual([
      '2026-11-20',
      '00:01',
    ]);
  });

  test.each([
    ['2026-11-20', '今天'],
    ['2026-11-19', '昨天'],
    ['2026-11-18', '11月18日'],
    ['2025-11-20', '2025年11月20日'],
  ])('%s is called %s', (day, text) => expect(nearDayText(day, '2026-11-20')).toBe(text));

  test('yesterday may lie in another month and year', () => {
    expect(nearDayText('2026-12-31', '2027-01-01')).toBe('昨天');
    expect(dayText('2026-12-31', '2027-01-01')).toBe('2026年12月31日');
  });

  test('months and moments', () => {
    expect([monthText('2026-11', '2026-12-01'), monthText('2025-11', '2026-12-01')]).toEqual([
      '11月',
      '2025年11月',
    ]);
    expect(momentText(at('2026-11-19T09:03'), at('2026-11-20T08:00'))).toBe('昨天 09:03');
  });
});

test.each([
  [16, ''],
  [17, '约等于一棵树苗 1 天的吸收量'],
  [1_282, '约等于一棵树苗 77 天的吸收量'],
  [5_999, '约等于一棵树苗 364 天的吸收量'],
  [6_000, '约等于 1.0 棵树苗一年的吸收量'],
  [16_805, '约等于 2.8 棵树苗一年的吸收量'],
])('%d grams in trees: %s', (grams, text) => expect(comparisonText(grams)).toBe(text));

test('a failure shows its text and what the support asks for', () => {
  const error = { code: 'INTERNAL', message: '出错了', logId: 'abcdefghijklmnop' };
  expect(viewFailure(error)).toEqual({ text: '出错了', code: 'INTERNAL · klmnop' });
  expect(viewFailure({ ...error, code: 'FORBIDDEN', logId: '' })).toEqual({
    text: '出错了',
    code: 'FORBIDDEN',
  });
});

test.each(['OFFLINE', 'TIMEOUT', 'UNREACHABLE'])('a failure of the network has no code: %s', code =>
  expect(viewFailure({ code, message: '网络没有连上', logId: '' })).toEqual({
    text: '网络没有连上',
    code: '',
  }),
);

test('of several copies the oldest stored one says how old the page is', () => {
  const copy = (time: string, isStored: boolean) => ({ atMs: at(`2026-11-20T${time}`), isStored });
  const nowMs = at('2026-11-20T12:00');
  expect(storedNoteOf([copy('08:00', false), copy('09:00', false)], nowMs)).toBe('');
  expect(storedNoteOf([copy('08:00', false), copy('10:00', true), copy('09:00', true)], nowMs)).toContain(
    '今天 09:00',
  );
});
