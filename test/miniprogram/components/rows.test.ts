/** @jest-environment jsdom */
import { counted, render, tap, textOf } from './render';

const trip = {
  from: '机场',
  to: '车公庙',
  rail: '--from: #672146',
  lines: [{ name: '11号线', color: '#672146', ink: '#ffffff' }],
  moreLines: 2,
  details: ['27.5 公里', '今天'],
  amount: '+1,282',
  unit: '克 CO₂e',
  label: '机场到车公庙',
};

describe('trip-line', () => {
  test('shows both stations, the lines and what it brought, and opens by a tap', async () => {
    const component = render('trip-line', trip);
    const opened = counted(component, 'open');
    expect(textOf(component)).toBe('机场车公庙11号线+227.5公里今天+1,282克CO₂e');
    await tap(component, '.row');
    expect(opened.count).toBe(1);
  });

  test('an example leads nowhere', async () => {
    const component = render('trip-line', { ...trip, still: true });
    const opened = counted(component, 'open');
    await tap(component, '.row');
    expect(opened.count).toBe(0);
  });

  test('says why it brought nothing', () => {
    const component = render('trip-line', { ...trip, isVoid: true, amount: '0', remark: '已撤销' });
    expect(textOf(component)).toContain('已撤销');
    expect(component.querySelectorAll('.void')).toHaveLength(1);
  });
});

test('statement-line shows the balance after it and opens by a tap', async () => {
  const component = render('statement-line', {
    title: '出行减排',
    detail: '今天 11:00',
    amount: '+508',
    balance: '25,204',
    tone: 'bonus',
  });
  const opened = counted(component, 'open');
  expect(textOf(component)).toBe('出行减排今天11:00+508余额25,204');
  expect(component.querySelectorAll('.bonus')).toHaveLength(2);
  await tap(component, '.row');
  expect(opened.count).toBe(1);
});

test('a statement-line that belongs to no trip leads nowhere', async () => {
  const component = render('statement-line', { title: '客服补发', amount: '+88', still: true });
  const opened = counted(component, 'open');
  await tap(component, '.row');
  expect(opened.count).toBe(0);
  expect(component.querySelectorAll('.leads')).toHaveLength(0);
});

test('stop-list draws a line from stop to stop and fills the last one', () => {
  const stops = [{ name: '乘车', explanation: '进站' }, { explanation: '核验' }, { explanation: '入账' }];
  const component = render('stop-list', { stops });
  const count = (selector: string) => component.querySelectorAll(selector).length;
  expect(textOf(component)).toBe('乘车进站核验入账');
  expect([count('.dot'), count('.track'), count('.dot-arrived'), count('.name')]).toEqual([3, 2, 1, 1]);
});

test('stop-list leaves every stop hollow that is still ahead', () => {
  const component = render('stop-list', { stops: [{ name: '今天' }, { name: '第 30 天' }], ahead: true });
  expect(component.querySelectorAll('.dot')).toHaveLength(2);
  expect(component.querySelectorAll('.dot-arrived')).toHaveLength(0);
});

describe('list-end', () => {
  test.each([
    [{ hasMore: true }, '正在读取更早的记录…'],
    [{ hasMore: false }, '到起点站了'],
  ])('with %j says %s', (properties, text) => expect(textOf(render('list-end', properties))).toBe(text));

  test('tries again by a tap when a page did not come', async () => {
    const component = render('list-end', { hasMore: true, text: '网络没有连上', code: 'OFFLINE' });
    const retried = counted(component, 'retry');
    expect(textOf(component)).toBe('网络没有连上重试OFFLINE');
    await tap(component, '.failed');
    expect(retried.count).toBe(1);
  });
});

test('week-line has seven stations and a tick for today', () => {
  const stations = ['一', '二', '三', '今天', '五', '六', '日'].map((name, index) => ({
    day: String(index),
    name,
    isToday: index === 3,
    isReached: index % 3 === 0,
    comesFrom: index === 3,
    goesOn: index === 2,
    label: name,
  }));
  const component = render('week-line', { stations });
  const count = (selector: string) => component.querySelectorAll(selector).length;
  expect([count('.stop'), count('.reached'), count('.today'), count('.tick')]).toEqual([7, 3, 1, 1]);
  expect(count('.ridden')).toBe(2);
});
