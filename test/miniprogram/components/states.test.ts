/** @jest-environment jsdom */
import { counted, render, tap, textOf } from './render';

describe('big-button', () => {
  test.each([
    [{}, 1],
    [{ busy: true }, 0],
    [{ disabled: true }, 0],
  ])('with %j a tap counts %d times', async (properties, times) => {
    const component = render('big-button', { text: '开始', ...properties });
    const pressed = counted(component, 'press');
    await tap(component, '.button');
    expect(pressed.count).toBe(times);
  });

  test('shows that it is busy instead of its words', () => {
    const component = render('big-button', { text: '开始', busy: true });
    expect([textOf(component), component.querySelectorAll('.dot').length]).toEqual(['', 3]);
  });
});

test('empty-state offers the next step, when there is one', () => {
  expect(textOf(render('empty-state', { title: '还没有行程', text: '绑卡后出现', action: '去绑卡' }))).toBe(
    '还没有行程绑卡后出现去绑卡',
  );
  expect(textOf(render('empty-state', { title: '没有' }))).toBe('没有');
});

test('error-state shows why and the code', () => {
  const component = render('error-state', { text: '网络没有连上', code: 'OFFLINE' });
  expect(textOf(component)).toBe('网络没有连上错误代码OFFLINE重试');
});

test('skeleton has as many rows as it is asked for', () => {
  expect(render('skeleton', { rows: 5 }).querySelectorAll('.row')).toHaveLength(5);
  expect(render('skeleton', { rows: 2, hero: true }).querySelectorAll('.hero')).toHaveLength(1);
});

test('offline-note says nothing without text', () => {
  expect(textOf(render('offline-note', { text: '' }))).toBe('');
  expect(textOf(render('offline-note', { text: '这是昨天的内容' }))).toBe('这是昨天的内容');
});
