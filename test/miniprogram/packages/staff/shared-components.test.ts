/** @jest-environment jsdom */
import { counted, render, settled, tap, textOf, type } from '../../components/render';

const HOME = 'packages/staff/components';

describe('difference-list', () => {
  test('shows what changes, what is new and what goes', () => {
    const differences = [
      { label: '每日上限', before: '5,000 克', after: '4,000 克' },
      { label: '渠道', before: null, after: '公交' },
      { label: '旧渠道', before: '轮渡', after: null },
      { label: '会员', before: '7k3f9a2c', after: '7k3f9a2c' },
    ];
    expect(textOf(render('difference-list', { differences }, HOME))).toBe(
      '每日上限5,000克→4,000克渠道公交新增旧渠道轮渡去掉会员7k3f9a2c',
    );
  });
});

test('step-line draws a dot for each station and a track between them', () => {
  const station = { name: '直属上级', note: '已同意', comment: '', state: 'passed' };
  const stations = [station, { ...station, name: '办公室', note: '等待', state: 'open' }];
  const component = render('step-line', { stations }, HOME);
  expect(component.querySelectorAll('.dot')).toHaveLength(2);
  expect(component.querySelectorAll('.passed')).toHaveLength(1);
  expect(component.querySelectorAll('.track')).toHaveLength(1);
});

describe('choice-row', () => {
  test.each([
    [{}, 1],
    [{ locked: true }, 0],
  ])('with %j a tap chooses %d times', async (properties, times) => {
    const component = render('choice-row', { key: 'finance', heading: '财务', ...properties }, HOME);
    const chosen = counted(component, 'choose');
    await tap(component, '.row');
    expect(chosen.count).toBe(times);
  });
});

describe('text-field', () => {
  test('says what is wrong instead of what to know', () => {
    const properties = { label: '姓名', note: '与工牌一致' };
    expect(textOf(render('text-field', properties, HOME))).toBe('姓名与工牌一致');
    expect(textOf(render('text-field', { ...properties, problem: '请填写姓名' }, HOME))).toBe(
      '姓名请填写姓名',
    );
  });

  test('tells what is typed', async () => {
    const component = render('text-field', { label: '姓名' }, HOME);
    const values: unknown[] = [];
    component.addEventListener('change', ({ detail }) => values.push(detail));
    await type(component, '.input', '林嘉');
    expect(values).toEqual([{ value: '林嘉' }]);
  });
});

test('drawer is there while it is open, and closed by the shade and by its word', async () => {
  const component = render('drawer', { open: true, heading: '停用账号' }, HOME);
  const closed = counted(component, 'close');
  await tap(component, '.shade');
  await tap(component, '.close');
  expect(closed.count).toBe(2);
  component.setData({ open: false });
  expect(component.querySelectorAll('.sheet')).toHaveLength(0);
});

interface ConfirmSheet {
  ask(submit: (code: string) => Promise<object | null>): Promise<boolean>;
  onInput(event: object): void;
  onSubmit(): Promise<void>;
  onClose(): void;
}
interface ReasonSheet {
  onChange(event: object): void;
  onSubmit(): void;
  onClose(): void;
}
const typed = (value: string) => ({ detail: { value } });

describe('confirm-code', () => {
  const failure = { text: '动态码不正确：还可以试 4 次', code: 'ONE_TIME_CODE_WRONG' };

  test('tries six digits at once, shows why they were refused, and goes on with the next ones', async () => {
    const component = render('confirm-code', {}, HOME);
    const sheet = component.instance as ConfirmSheet;
    const tried: string[] = [];
    const confirmed = sheet.ask(async code => {
      tried.push(code);
      return code === '123456' ? null : failure;
    });
    sheet.onInput(typed('12 34'));
    expect(tried).toEqual([]);
    sheet.onInput(typed('000000'));
    await settled();
    expect(component.data).toMatchObject({ isOpen: true, code: '', problem: failure.text, isBusy: false });
    sheet.onInput(typed('123456'));
    expect(await confirmed).toBe(true);
    expect([tried, component.data.isOpen]).toEqual([['000000', '123456'], false]);
  });

  test('does not send a code twice while it is on its way', async () => {
    const sheet = render('confirm-code', {}, HOME).instance as ConfirmSheet;
    let tries = 0;
    sheet.ask(() => {
      tries += 1;
      return new Promise(() => {});
    });
    sheet.onInput(typed('123456'));
    await sheet.onSubmit();
    expect(tries).toBe(1);
  });

  test('says so when digits are missing, and answers no when it is closed', async () => {
    const component = render('confirm-code', {}, HOME);
    const sheet = component.instance as ConfirmSheet;
    const confirmed = sheet.ask(async () => null);
    sheet.onInput(typed('123'));
    await sheet.onSubmit();
    expect(component.data.problem).toBe('请输入 6 位数字');
    sheet.onClose();
    expect(await confirmed).toBe(false);
  });
});

describe('reason-sheet', () => {
  const open = { open: true, heading: '停用账号' };

  test.each([
    [open, ' ', 0],
    [open, '离岗', 1],
    [{ ...open, optional: true }, '', 1],
    [{ ...open, busy: true }, '离岗', 0],
  ])('%j with the words "%s" submits %d times', (properties, words, times) => {
    const component = render('reason-sheet', properties, HOME);
    const submitted = counted(component, 'submit');
    const sheet = component.instance as ReasonSheet;
    sheet.onChange(typed(words));
    sheet.onSubmit();
    expect(submitted.count).toBe(times);
  });

  test('keeps the words when the action fails, and begins anew when it is opened again', () => {
    const component = render('reason-sheet', open, HOME);
    (component.instance as ReasonSheet).onChange(typed('离岗'));
    component.setData({ failure: '网络没有连上' });
    expect(component.data.text).toBe('离岗');
    component.setData({ open: false });
    component.setData({ open: true });
    expect(component.data.text).toBe('');
  });
});
