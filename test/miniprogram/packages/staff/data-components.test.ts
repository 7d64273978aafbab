/** @jest-environment jsdom */
import { counted, render, tap, textOf } from '../../components/render';

const HOME = 'packages/staff/components';
const withValue = (value: string, field = '') => ({
  detail: { value, key: value },
  currentTarget: { dataset: { field } },
});

/** What came with an event, each time. */
function detailsOf(component: ReturnType<typeof render>, event: string): unknown[] {
  const seen: unknown[] = [];
  component.addEventListener(event, ({ detail }) => seen.push(detail));
  return seen;
}

describe('audit-entry', () => {
  const detail = {
    facts: [{ name: '操作人', value: '陈默' }],
    reason: '试运行反馈',
    flags: ['升级后决定'],
    changes: [{ label: '每天上限', before: '10,000 克', after: '6,000 克' }],
    contents: [],
    actor: '陈默',
    title: '修改运营参数',
    target: 'parameters:2',
    targetName: '运营参数版本 2',
    hash: 'a1b2…c3d4',
  };

  test('shows facts, reason, what was special, and before and after', () =>
    expect(textOf(render('audit-entry', { detail }, HOME))).toBe(
      '操作人陈默原因试运行反馈说明升级后决定前后对比每天上限10,000克→6,000克凭证a1b2…c3d4只看此人只看此操作只看此对象',
    ));

  test('leads to the like of it', async () => {
    const component = render('audit-entry', { detail: { ...detail, target: '' } }, HOME);
    const searched = detailsOf(component, 'search');
    expect(component.querySelectorAll('.like')).toHaveLength(2);
    await tap(component, '.like');
    expect(searched).toEqual([{ by: 'actorId' }]);
  });
});

describe('audit-search', () => {
  interface Search {
    onText(event: object): void;
    onPress(): void;
  }
  const question = { actorId: '', action: 'staff.open', target: '', fromDay: '2026-11-10', toDay: '' };

  test('begins with what is searched for, and asks with what was changed', () => {
    const component = render('audit-search', { question }, HOME);
    const searched = detailsOf(component, 'search');
    component.setData({ open: true });
    const search = component.instance as Search;
    search.onText(withValue('partner:bawei', 'target'));
    search.onPress();
    expect(searched).toEqual([{ question: { ...question, target: 'partner:bawei' } }]);
  });

  test('does not ask for days that end before they begin', () => {
    const component = render('audit-search', { question }, HOME);
    const searched = counted(component, 'search');
    component.setData({ open: true });
    const search = component.instance as Search;
    search.onText(withValue('2026-11-09', 'toDay'));
    search.onPress();
    expect([searched.count, component.data.problem]).toEqual([0, '开始日期不能晚于结束日期']);
    search.onText(withValue('2026-11-11', 'toDay'));
    search.onPress();
    expect(searched.count).toBe(1);
  });
});

describe('request-sheet', () => {
  interface Sheet {
    onReason(event: object): void;
    onStart(event: object): void;
    onSubmit(): void;
    onClose(): void;
    clear(): void;
  }
  const properties = {
    open: true,
    heading: '申请修改',
    withStart: true,
    differences: [{ label: '每天上限', before: '10,000 克', after: '6,000 克' }],
  };

  test('shows what would change and why it could not be asked for', () => {
    const shown = textOf(
      render('request-sheet', { ...properties, failure: '网络没有连上', failureCode: 'OFFLINE' }, HOME),
    );
    expect(shown).toContain('每天上限10,000克→6,000克');
    expect(shown).toContain('网络没有连上OFFLINE');
  });

  test('asks once it has a reason, and keeps what was written until it is cleared', () => {
    const component = render('request-sheet', properties, HOME);
    const submitted = detailsOf(component, 'submit');
    const sheet = component.instance as Sheet;
    sheet.onSubmit();
    expect([submitted, component.data.problem]).toEqual([[], '请写明原因（至少 2 个字）']);
    sheet.onReason(withValue(' 反馈上限偏低 '));
    sheet.onStart(withValue('2026-11-25'));
    sheet.onSubmit();
    component.setData({ open: false });
    component.setData({ open: true });
    sheet.onSubmit();
    const asked = { reason: '反馈上限偏低', startDay: '2026-11-25' };
    expect(submitted).toEqual([asked, asked]);
    sheet.clear();
    expect(component.data).toMatchObject({ reason: '', startDay: '' });
  });

  test('neither asks again nor closes while it is asking', () => {
    const component = render('request-sheet', { ...properties, busy: true }, HOME);
    const [submitted, closed] = [counted(component, 'submit'), counted(component, 'close')];
    const sheet = component.instance as Sheet;
    sheet.onReason(withValue('反馈上限偏低'));
    sheet.onSubmit();
    sheet.onClose();
    expect([submitted.count, closed.count]).toEqual([0, 0]);
  });
});

test('factor-rows shows each factor with where it comes from', () => {
  const row = {
    mode: 'metro',
    name: '地铁',
    value: '46.7 克/公里',
    source: '方法学',
    origin: '2021 年 · 二手来源',
  };
  const rows = [
    { ...row, parts: '基准 79 克/公里', note: '' },
    { ...row, mode: 'bus', parts: '', note: '来源只公布差值' },
  ];
  expect(textOf(render('factor-rows', { rows }, HOME))).toBe(
    '地铁46.7克/公里基准79克/公里方法学（2021年·二手来源）地铁46.7克/公里方法学（2021年·二手来源）来源只公布差值',
  );
});

describe('partner-form', () => {
  interface Form {
    onText(event: object): void;
    onMode(event: object): void;
    onState(event: object): void;
  }
  const form = {
    partnerId: '',
    name: '',
    city: 'shenzhen',
    modes: ['metro'],
    requestsAMinute: '600',
    state: 'sandbox',
  };
  const properties = { form, cities: ['shenzhen'], modes: ['metro', 'bus'], problems: {}, isNew: true };

  test('tells the part that changed', () => {
    const component = render('partner-form', properties, HOME);
    const changed = detailsOf(component, 'change');
    const instance = component.instance as Form;
    instance.onText(withValue('八维通', 'name'));
    instance.onMode(withValue('bus'));
    instance.onMode(withValue('metro'));
    instance.onState(withValue('live'));
    expect(changed).toEqual([
      { name: '八维通' },
      { modes: ['metro', 'bus'] },
      { modes: [] },
      { state: 'live' },
    ]);
  });

  test('lets the id be chosen for a new one only, and says what is wrong', () => {
    expect(textOf(render('partner-form', properties, HOME))).toContain('编号');
    const shown = textOf(
      render('partner-form', { ...properties, isNew: false, problems: { modes: '请选择' } }, HOME),
    );
    expect(shown).not.toContain('编号');
    expect(shown).toContain('请选择');
  });
});

describe('partner-day', () => {
  interface Day {
    onDay(event: object): void;
    onTheirs(event: object): void;
  }
  const hash = 'ab'.repeat(32);
  const found = { day: '2026-11-19', facts: [{ name: '已入账', value: '1,204 趟' }], hash, note: '' };

  test('compares the partner’s digest with ours, anew for another day', () => {
    const component = render('partner-day', { day: '2026-11-19', found }, HOME);
    (component.instance as Day).onTheirs(withValue(hash));
    expect(textOf(component)).toContain('一致：双方这一天的行程完全相同');
    component.setData({ found: { ...found, hash: 'cd'.repeat(32) } });
    expect(textOf(component)).toContain('不一致');
  });

  test('asks for another day, and for the same again after a failure', async () => {
    const component = render('partner-day', { day: '2026-11-19', found: null, failure: '连不上' }, HOME);
    const read = detailsOf(component, 'read');
    (component.instance as Day).onDay(withValue('2026-11-18'));
    (component.instance as unknown as { onRetry(): void }).onRetry();
    expect(read).toEqual([{ day: '2026-11-18' }, { day: '2026-11-19' }]);
    expect(textOf(component)).toContain('连不上');
  });
});
