/** @jest-environment jsdom */
import { counted, render, settled } from '../../components/render';

const HOME = 'packages/trips/components';

const bars = Array.from({ length: 12 }, (_, index) => ({
  month: `2026-${String(index + 1).padStart(2, '0')}`,
  name: String(index + 1),
  carbon: index < 10 ? 50 : 0,
  bonus: index < 2 ? 10 : 0,
  left: index === 0 ? 100 : 0,
  isNow: index === 10,
  isAhead: index === 11,
}));

describe('month-bars', () => {
  test('draws twelve stations, and bars for what there is', () => {
    const chart = render('month-bars', { bars, below: 20, label: '2026年每月积分图' }, HOME);
    const count = (selector: string) => chart.querySelectorAll(selector).length;
    expect([count('.month'), count('.carbon'), count('.bonus'), count('.left')]).toEqual([12, 10, 2, 1]);
    expect([count('.reached'), count('.now')]).toEqual([11, 1]);
  });

  test('has nothing below the line where nothing left', () => {
    const chart = render('month-bars', { bars, below: 0 }, HOME);
    expect(chart.querySelectorAll('.below')).toHaveLength(0);
  });
});

describe('switch-line', () => {
  test.each([
    [{}, [1, 2]],
    [{ isFirst: true }, [0, 1]],
    [{ isLast: true }, [1, 1]],
  ])('with %j goes to either side, if there is one', async (ends, goes) => {
    const line = render('switch-line', { beforeLabel: '前一年', afterLabel: '后一年', ...ends }, HOME);
    const gone = counted(line, 'go');
    const counts: number[] = [];
    for (const end of line.querySelectorAll('.end')) {
      end.dispatchEvent('tap');
      await settled();
      counts.push(gone.count);
    }
    expect(counts).toEqual(goes);
  });
});

describe('share-rows', () => {
  const rows = [
    { key: 'metro', name: '地铁', detail: '36 趟', value: '16,800 克', percent: 100, label: '' },
    { key: 'bus', name: '公交', detail: '3 趟', value: '0 克', percent: 0, label: '' },
  ];

  test.each(['carbon', 'bonus'])('draws a line of %s for each part, as long as it is', kind => {
    const shown = render('share-rows', { rows, kind }, HOME);
    expect(shown.querySelectorAll(`.${kind}`)).toHaveLength(2);
    expect(shown.querySelectorAll('.line').map(({ dom }) => dom.style.width)).toEqual(['100%', '0%']);
  });
});

test('day-bars has a bar for each day that spared something, upon a line as long as the month', () => {
  const days = Array.from({ length: 30 }, (_, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, '0')}`,
    name: index % 7 === 0 ? String(index + 1) : '',
    percent: index < 3 ? 50 : 0,
    isAhead: index >= 20,
  }));
  const chart = render('day-bars', { days, label: '每日减排图' }, HOME);
  const count = (selector: string) => chart.querySelectorAll(selector).length;
  expect([count('.day'), count('.bar'), count('.passed')]).toEqual([30, 3, 20]);
});
