/** @jest-environment jsdom */
import { until } from '../../support/until';
import { counted, render, tap, textOf } from './render';

describe('number-card', () => {
  test('writes the number with separators, and its parts', () => {
    const component = render('number-card', {
      label: '我的碳积分',
      value: 12_846,
      greenPercent: 72,
      carbon: '9,310',
      bonus: '3,536',
      note: '2028年11月底到期 120',
    });
    expect(textOf(component)).toBe('我的碳积分12,846减排9,310奖励3,5362028年11月底到期120');
    expect(component.querySelector('.green')?.dom.style.width).toBe('72%');
  });

  test('rolls its digits only when asked, and ends as plain text', async () => {
    const still = render('number-card', { value: 12_846 });
    expect(still.querySelectorAll('.window')).toHaveLength(0);
    const rolling = render('number-card', { rolling: true, value: 12_846 });
    expect(rolling.querySelectorAll('.window')).toHaveLength(5);
    await until(() => rolling.querySelectorAll('.window').length === 0);
    expect(textOf(rolling)).toBe('12,846');
  });

  test('says what a tap opens', () => {
    const component = render('number-card', { label: '我的碳积分', value: 462, unit: '积分', more: '明细' });
    expect(textOf(component)).toBe('我的碳积分明细462积分');
  });

  test('leads to its check by the seal beside the label, and not to what the card opens', async () => {
    const card = render('number-card', { label: '我的碳积分', value: 462, seal: '已自证 · 11月19日' });
    expect(textOf(card)).toContain('已自证·11月19日');
    const [opened, sealed] = [counted(card, 'open'), counted(card, 'seal')];
    await tap(card, '.seal-place');
    expect([opened.count, sealed.count]).toEqual([0, 1]);
  });

  test('has no bar without credits', () =>
    expect(render('number-card', { value: 0 }).querySelectorAll('.bar')).toHaveLength(0));
});

describe('section-card', () => {
  test('leads on when it has a link', async () => {
    const component = render('section-card', { heading: '最近行程', more: '全部', link: true });
    const more = counted(component, 'more');
    await tap(component, '.link');
    expect([textOf(component), more.count]).toEqual(['最近行程全部', 1]);
  });

  test('only notes something without', () => {
    const component = render('section-card', { heading: '这一周', more: '3 天' });
    expect(component.querySelectorAll('.link')).toHaveLength(0);
    expect(textOf(component)).toBe('这一周3天');
  });
});

test('bubble is collected once, however often it is tapped', async () => {
  const component = render('bubble', { text: '+508', kind: 'carbon', label: '收下' });
  const collected = counted(component, 'collect');
  await tap(component, '.bubble');
  await tap(component, '.bubble');
  expect(collected.count).toBe(1);
});

test('bubble names which credits it brings, where it is told', () => {
  expect(textOf(render('bubble', { text: '+508', name: '08:12' }))).toBe('+50808:12');
  expect(render('bubble', { text: '+508' }).querySelectorAll('.name')).toHaveLength(0);
});

test('seal takes the colours of a line', () => {
  const component = render('seal', { text: '11号线', color: 'rgb(1, 2, 3)', ink: 'rgb(4, 5, 6)' });
  expect(component.querySelector('.seal')?.dom.style.background).toContain('rgb(1, 2, 3)');
});
