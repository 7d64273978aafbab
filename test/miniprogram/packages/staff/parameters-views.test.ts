import type { ParameterList } from '../../../../miniprogram/packages/staff/services/parameters';
import {
  draftChanges,
  draftDifferences,
  pendingApprovalIn,
  startOf,
  startText,
  viewGroups,
  viewHistory,
} from '../../../../miniprogram/packages/staff/views/parameters';

const NOW_MS = Date.parse('2026-11-20T10:00:00+08:00');
const STARTS_MS = Date.parse('2026-11-25T00:00:00+08:00');

const cap = {
  path: 'earning.dayCapGrams',
  label: '每天上限',
  unit: '克',
  least: 500,
  most: 100_000,
  effect: '只影响之后的出行。',
  value: 10_000,
  next: null,
  pendingApprovalId: null,
};
const link = {
  ...cap,
  path: 'staff.applicationChain.office',
  label: '办公室审批',
  least: 0,
  most: 1,
  value: 1,
};

const listWith = (changed: Partial<ParameterList> = {}): ParameterList => ({
  version: 2,
  groups: [
    { title: '入账', parameters: [cap] },
    { title: '开户', parameters: [link] },
  ],
  history: [],
  ...changed,
});
const list = listWith();

const capAfter = (draft: string) => viewGroups(list, { [cap.path]: draft }, NOW_MS)[0]!.parameters[0]!;

describe('a parameter', () => {
  test('is shown with unit, bounds and effect, and unchanged without a draft', () => {
    expect(viewGroups(list, {}, NOW_MS)[0]!.parameters[0]).toMatchObject({
      value: '10,000 克',
      bounds: '可填 500–100,000 克',
      effect: '只影响之后的出行。',
      draft: '10000',
      isChanged: false,
      problem: '',
      next: '',
    });
  });

  test.each([
    ['6000', true, ''],
    ['6,000 ', true, ''],
    ['10000', false, ''],
    ['10,000', false, ''],
    ['499', true, '应在 500 和 100,000 之间（克）'],
    ['100001', true, '应在 500 和 100,000 之间（克）'],
    ['6.5', true, '请填整数'],
    ['', true, '请填整数'],
    ['1e4', true, '请填整数'],
  ])('typed as %j: changed %s, problem %j', (draft, isChanged, problem) =>
    expect(capAfter(draft)).toMatchObject({ draft, isChanged, problem }),
  );

  test('that is a yes or no is a switch in words', () => {
    const [, group] = viewGroups(list, { [link.path]: '0' }, NOW_MS);
    expect(group!.parameters[0]).toMatchObject({
      isSwitch: true,
      value: '需要',
      bounds: '',
      isChanged: true,
    });
  });

  test('whose next value was agreed to is changed from that one', () => {
    const next = { value: 8_000, activeFromMs: STARTS_MS };
    const ahead = listWith({ groups: [{ title: '入账', parameters: [{ ...cap, next }] }] });
    const [group] = viewGroups(ahead, {}, NOW_MS);
    expect(group!.parameters[0]).toMatchObject({
      value: '10,000 克',
      draft: '8000',
      next: '11月25日 00:00 起改为 8,000 克',
    });
    expect(draftDifferences(ahead, { [cap.path]: '6000' })).toEqual([
      { label: '每天上限', before: '8,000 克', after: '6,000 克' },
    ]);
  });
});

describe('drafts together', () => {
  const drafts = { [cap.path]: '6,000', [link.path]: '0' };

  test('are the differences that people look at, and the changes that are asked for', () => {
    expect(draftDifferences(list, drafts)).toEqual([
      { label: '每天上限', before: '10,000 克', after: '6,000 克' },
      { label: '办公室审批', before: '需要', after: '不需要' },
    ]);
    expect(draftChanges(list, drafts)).toEqual([
      { path: cap.path, value: 6_000 },
      { path: link.path, value: 0 },
    ]);
  });

  test('are not asked for while one is wrong', () => {
    expect(draftChanges(list, { ...drafts, [cap.path]: '7' })).toBeNull();
    expect(draftDifferences(list, { [cap.path]: 'x' })).toMatchObject([{ after: 'x' }]);
  });

  test('that change nothing are none', () =>
    expect(draftDifferences(list, { [cap.path]: '10000', 'no.such': '1' })).toEqual([]));
});

test('the approval that stands in the way is found', () => {
  expect(pendingApprovalIn(list)).toBe('');
  const waiting = [{ title: '入账', parameters: [{ ...cap, pendingApprovalId: 'a1' }] }];
  expect(pendingApprovalIn(listWith({ groups: waiting }))).toBe('a1');
});

test('the history says since when, with units, also of a parameter that is no more', () => {
  const history = [
    {
      version: 3,
      activeFromMs: STARTS_MS,
      approvalId: 'a2',
      changes: [
        { path: cap.path, label: '每天上限', before: 10_000, after: 8_000 },
        { path: 'gone', label: '旧参数', before: 1_000, after: 2_000 },
      ],
    },
    { version: 2, activeFromMs: 0, approvalId: null, changes: [] },
  ];
  expect(viewHistory(listWith({ history }), NOW_MS)).toMatchObject([
    {
      title: '版本 3',
      time: '11月25日 00:00 起',
      isAhead: true,
      approvalId: 'a2',
      changes: [
        { label: '每天上限', before: '10,000 克', after: '8,000 克' },
        { label: '旧参数', before: '1,000', after: '2,000' },
      ],
    },
    { title: '版本 2 · 现行', time: '上线时', isAhead: false, approvalId: '' },
  ]);
});

test('a start is a Beijing midnight, or as soon as possible', () => {
  expect([startOf(''), startOf('2026-11-25')]).toEqual([null, STARTS_MS]);
  expect([startText('', NOW_MS), startText('2026-11-25', NOW_MS)]).toEqual([
    '审批通过后 2 分钟',
    '11月25日 00:00',
  ]);
});
