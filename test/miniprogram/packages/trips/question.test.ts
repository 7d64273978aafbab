import {
  directions,
  emptyForm,
  type Form,
  questionOf,
  sizes,
  viewChoices,
} from '../../../../miniprogram/packages/trips/views/question';

const TODAY = '2026-11-22';
const ask = (changed: Partial<Form>) => questionOf({ ...emptyForm, ...changed }, TODAY);

test('nothing that is written or chosen asks for nothing', () => {
  expect(ask({})).toBeNull();
  expect(ask({ text: '   ' })).toBeNull();
});

test.each<[string, object]>([
  ['车公庙', { station: '车公庙' }],
  ['  车公庙 ', { station: '车公庙' }],
  ['地铁', { station: '地铁', modes: ['metro'] }],
  ['单车', { station: '单车', modes: ['shared-bike', 'shared-e-bike'] }],
  ['到期', { station: '到期', reasons: ['expired', 'hold-lapsed'] }],
  ['行程撤销', { station: '行程撤销', reasons: ['trip-reversed'] }],
  ['兑换', { station: '兑换', reasons: ['benefit-ordered', 'benefit-given', 'benefit-refused'] }],
  ['昨天', { when: '2026-11-21' }],
  ['3月5日', { when: '2026-03-05' }],
  ['2026-03', { when: '2026-03' }],
  ['1282', { amount: 1_282 }],
  ['1,282', { amount: 1_282 }],
  ['+1，282', { amount: 1_282 }],
  ['−41', { amount: 41 }],
  ['-41', { amount: 41 }],
  ['11号线', { station: '11号线' }],
  ['12345678901', { station: '12345678901' }],
])('%s asks for %j', (text, anyOf) => {
  expect(ask({ text })).toEqual({ anyOf });
});

test('撤回 finds all that the filter of that name shows', () => {
  expect(ask({ text: '撤回' })?.anyOf?.reasons).toEqual(
    expect.arrayContaining(['trip-reversed', 'entry-reversed', 'claimed-elsewhere', 'plan-undone']),
  );
});

test('what is chosen is asked for beside what is written', () => {
  const form = { text: '机场', month: '2026-10', direction: 2, size: 1 };
  expect(questionOf(form, TODAY)).toEqual({
    anyOf: { station: '机场' },
    month: '2026-10',
    direction: 'out',
    leastAmount: 100,
  });
});

test('the first of each choice limits nothing', () => {
  expect([directions[0].value, sizes[0]!.value]).toEqual([undefined, undefined]);
});

test('choices say what they are at the moment', () => {
  const form = { text: '', month: '2025-10', direction: 1, size: 3 };
  expect(viewChoices(form, '2026-11-20')).toEqual({
    month: '2025年10月',
    direction: '只看收入',
    size: '1,000 以上',
  });
  expect(viewChoices(emptyForm, '2026-11-20').month).toBe('全部月份');
});
