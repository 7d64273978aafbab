/** @jest-environment jsdom */
import { render, settled, tap, textOf } from '../../components/render';

const HOME = 'packages/staff/components';

const detailsOf = (component: ReturnType<typeof render>, event: string): unknown[] => {
  const seen: unknown[] = [];
  component.addEventListener(event, ({ detail }) => seen.push(detail));
  return seen;
};

describe('tab-line', () => {
  const tabs = [
    { key: 'decide', name: '等我审批' },
    { key: 'mine', name: '我提出的' },
  ];

  test('names all tabs and marks the chosen one', () => {
    const component = render('tab-line', { tabs, value: 'mine' }, HOME);
    expect(textOf(component)).toBe('等我审批我提出的');
    expect(component.querySelector('.tab-chosen')?.dom.textContent?.trim()).toBe('我提出的');
  });

  test('tells of a change only', async () => {
    const component = render('tab-line', { tabs, value: 'mine' }, HOME);
    const changes = detailsOf(component, 'change');
    await tap(component, '.tab-chosen');
    await tap(component, '.tab');
    expect(changes).toEqual([{ key: 'decide' }]);
  });
});

describe('picker-field', () => {
  const options = [
    { key: 's1', name: '周敏 · 运营部' },
    { key: 's2', name: '陈立 · 行政部' },
  ];
  interface Picker {
    onChange(event: object): void;
  }

  test('shows the name of its value, and what to do without one', () => {
    const properties = { label: '直属上级', options, placeholder: '选择上级' };
    expect(textOf(render('picker-field', { ...properties, value: 's2' }, HOME))).toContain('陈立·行政部');
    expect(textOf(render('picker-field', { ...properties, problem: '请选择上级' }, HOME))).toBe(
      '直属上级选择上级请选择上级',
    );
  });

  test.each([
    [{ options }, '1', [{ value: 's2' }]],
    [{ options }, '9', []],
    [{ day: true }, '2026-11-30', [{ value: '2026-11-30' }]],
  ])('with %j the choice %s means %j', (properties, value, expected) => {
    const component = render('picker-field', { label: '选择', ...properties }, HOME);
    const changes = detailsOf(component, 'change');
    (component.instance as Picker).onChange({ detail: { value } });
    expect(changes).toEqual(expected);
  });
});

describe('member-form', () => {
  interface Form {
    onChoose(event: object): void;
    onFieldChange(event: object): void;
    onSubmit(): void;
    onClose(): void;
  }
  const roles = [
    { roleId: 'finance', name: '财务' },
    { roleId: 'auditor', name: '审计' },
  ];
  const open = { action: 'grant', roles, held: ['finance'], today: '2026-11-20' };
  const typed = (field: string, value: string) => ({
    currentTarget: { dataset: { field } },
    detail: { value },
  });

  test('begins with the roles that are held and submits the whole new set', async () => {
    const component = render('member-form', { ...open, action: '' }, HOME);
    component.setData({ action: 'grant' });
    await settled();
    const form = component.instance as Form;
    const submitted = detailsOf(component, 'submit');
    form.onChoose({ detail: { key: 'auditor' } });
    form.onFieldChange(typed('reason', ' 轮岗 '));
    form.onSubmit();
    expect(submitted).toMatchObject([{ roleIds: ['finance', 'auditor'], reason: '轮岗' }]);
  });

  test('says what is missing, and submits nothing while it is busy', async () => {
    const component = render('member-form', { ...open, action: 'leave' }, HOME);
    const submitted = detailsOf(component, 'submit');
    const form = component.instance as Form;
    form.onSubmit();
    expect(component.data.problems).toEqual({
      untilDay: '请选择请假到哪一天',
      reason: '请写明原因（至少 2 个字）',
    });
    form.onFieldChange(typed('untilDay', '2026-11-30'));
    form.onFieldChange(typed('reason', '年假'));
    component.setData({ busy: true });
    form.onSubmit();
    form.onClose();
    expect(submitted).toEqual([]);
  });
});
