import type { AuditEntryView } from '../../../../cloudfunctions/contract/staff/audit';
import { viewAuditDetail, viewAuditLine } from '../../../../miniprogram/packages/staff/views/audit';
import { auditChanges, auditContents } from '../../../../miniprogram/packages/staff/views/audit-changes';
import { viewProgress, viewVerdict } from '../../../../miniprogram/packages/staff/views/audit-check';
import {
  questionIn,
  questionText,
  viewConditions,
} from '../../../../miniprogram/packages/staff/views/audit-conditions';
import {
  everything,
  filterOf,
  questionProblem,
} from '../../../../miniprogram/packages/staff/views/audit-filter';
import {
  actionText,
  actorText,
  flagText,
  targetText,
} from '../../../../miniprogram/packages/staff/views/audit-words';

const NOW_MS = Date.parse('2026-11-20T10:00:00+08:00');
const ANN = '0abcdefghjkmnpqrstuvwxyz12';
const names = { [ANN]: '陈默', auditor: '审计' };

const entry: AuditEntryView = {
  _id: 'parameters.change:1',
  account: `staff:${ANN}`,
  seq: 3,
  timeline: '',
  atMs: Date.parse('2026-11-20T09:03:12+08:00'),
  day: '2026-11-20',
  actorId: ANN,
  roles: ['auditor', 'gone'],
  action: 'parameters.change',
  permission: 'parameters.approve',
  target: 'parameters:2',
  before: { version: 1, values: { 'earning/dayCapGrams': 10_000 } },
  after: { version: 2, values: { 'earning/dayCapGrams': 6_000 } },
  reason: null,
  requestId: null,
  result: 'done',
  code: null,
  flags: ['outside-permission', `approved-by:${ANN}`],
  chain: [{ account: `staff:${ANN}`, seq: 3, previousHash: '', hash: `a1b2${'0'.repeat(56)}c3d4` }],
};

describe('a line of the log', () => {
  test('says what, who, when to the second, and about what', () =>
    expect(viewAuditLine(entry, names, NOW_MS)).toEqual({
      key: 'parameters.change:1',
      title: '修改运营参数',
      detail: '陈默 · 今天 09:03:12',
      target: '运营参数版本 2',
      isDenied: false,
      label: '修改运营参数，陈默 · 今天 09:03:12，运营参数版本 2',
    }));

  test('says to whom hears it that it was denied', () =>
    expect(viewAuditLine({ ...entry, result: 'denied', target: null }, names, NOW_MS).label).toBe(
      '修改运营参数，未获准，陈默 · 今天 09:03:12',
    ));
});

describe('an entry', () => {
  const detail = viewAuditDetail(entry, names, NOW_MS);
  const factsOf = (changed: Partial<AuditEntryView>) =>
    Object.fromEntries(
      viewAuditDetail({ ...entry, ...changed }, names, NOW_MS).facts.map(({ name, value }) => [name, value]),
    );

  test('shows before and after, roles and rights by name, and its place in the chain', () => {
    expect(detail.changes).toEqual([
      { label: '版本', before: '1', after: '2' },
      { label: '数值 · 每人每天入账上限', before: '10000', after: '6000' },
    ]);
    expect(factsOf({})).toMatchObject({
      当时的角色: '审计、gone',
      所用权限: '审批运营参数',
      所在链: `staff:${ANN} 第 3 条`,
      结果: '已完成',
    });
    expect(detail.flags).toEqual(['团队内没有其他人持有该权限，由其他成员代为审批', '由 陈默 同意']);
    expect(detail.hash).toBe('a1b2…c3d4');
  });

  test('without a before shows its contents, not a comparison', () => {
    const { changes, contents } = viewAuditDetail({ ...entry, before: null }, names, NOW_MS);
    expect([changes, contents]).toEqual([
      [],
      [
        { name: '版本', value: '2' },
        { name: '数值 · 每人每天入账上限', value: '6000' },
      ],
    ]);
  });

  test('names the code of a denial', () =>
    expect(factsOf({ result: 'denied', code: 'FORBIDDEN' }).结果).toBe('未获准（FORBIDDEN）'));
});

test.each([
  [{ state: 'active' }, { state: 'active' }, []],
  [
    { a: { b: [1, 2] } },
    { a: {} },
    [
      ['a · b', '1、2', null],
      ['a', null, '（空）'],
    ],
  ],
  [{ on: true }, { on: false }, [['on', '是', '否']]],
  [{ list: [{ x: 1 }] }, null, [['list', '[{"x":1}]', null]]],
  ['一', '二', [['内容', '一', '二']]],
  [{ untilMs: 7 }, { untilMs: 1_794_268_932_418 }, [['截至', '7', '2026-11-10 08:02']]],
])('the comparison of %j and %j', (before, after, lines) =>
  expect(auditChanges(before, after)).toEqual(
    lines.map(([label, was, is]) => ({ label, before: was, after: is })),
  ),
);

test('nothing has no contents', () => expect(auditContents(null)).toEqual([]));

test.each([
  ['system', '系统'],
  [ANN, '陈默'],
  ['0zzzzzzzzzzzzzzzzz99887766', '员工 …99887766'],
  ['outsider:0123456789abcdef', '外部人员 012345'],
  ['applicant:0123456789abcdef', '开户申请人 012345'],
])('the actor %s is %s', (actorId, text) => expect(actorText(actorId, names)).toBe(text));

test.each([
  [null, ''],
  [`staff:${ANN}`, '员工 陈默'],
  ['partner:bawei', '合作方 bawei'],
  ['report:own:self-report:0abcdefghjkmnpqrstuvwxyz12:mwsx76wv8zf6', '出行申报 …76wv8zf6'],
  ['something:else', 'something:else'],
])('the target %s is %j', (target, text) => expect(targetText(target, names)).toBe(text));

test('what has no words is shown as the log has it', () => {
  expect(actionText('unheard.of')).toBe('unheard.of');
  expect(flagText('unheard-of', {})).toBe('unheard-of');
});

describe('a question', () => {
  const question = { ...everything, actorId: ANN, fromDay: '2026-11-01', toDay: '2026-11-02' };

  test('becomes a filter of Beijing days, both included', () =>
    expect(filterOf(question)).toEqual({
      actorId: ANN,
      fromMs: Date.parse('2026-11-01T00:00:00+08:00'),
      toMs: Date.parse('2026-11-03T00:00:00+08:00'),
    }));

  test('asks for nothing by empty texts', () => expect(filterOf({ ...everything, target: ' ' })).toEqual({}));

  test('cannot end before it begins', () => {
    expect(questionProblem(question)).toBe('');
    expect(questionProblem({ ...question, toDay: '2026-10-31' })).not.toBe('');
  });

  test('is the same on another page, and in words there', () => {
    const given = questionIn(questionText({ ...question, target: 'partner:八维&通' }));
    expect(given).toEqual({ ...question, target: 'partner:八维&通' });
    expect(viewConditions(given, names).map(({ text }) => text)).toEqual([
      '陈默',
      '合作方 八维&通',
      '2026-11-01 起',
      '到 2026-11-02',
    ]);
  });

  test('takes nothing from a page that it does not know', () => {
    expect(questionIn(undefined)).toEqual(everything);
    expect(questionIn('%7Bbroken')).toEqual(everything);
    expect(questionIn(encodeURIComponent('{"actorId":7,"other":"x","action":"staff.open"}'))).toEqual({
      ...everything,
      action: 'staff.open',
    });
  });
});

describe('a check', () => {
  const soFar = { chains: 2, chainsInAll: 4, entries: 1_500, entriesInAll: 3_000 };

  test('tells how far it is', () => {
    expect(viewProgress(soFar)).toEqual({ percent: 50, text: '2 / 4 条链 · 1,500 / 3,000 条记录' });
    expect(viewProgress({ chains: 0, chainsInAll: 0, entries: 0, entriesInAll: 0 }).percent).toBe(0);
  });

  test.each([
    [{ broken: null, isStopped: false }, 'whole', '2 条链、1,500 条记录'],
    [{ broken: null, isStopped: true }, 'stopped', '停止前核对了 2 条链、1,500 条记录'],
  ] as const)('says what was checked: %j', (end, kind, words) => {
    const verdict = viewVerdict({ ...soFar, ...end });
    expect(verdict.kind).toBe(kind);
    expect(verdict.text).toContain(words);
  });

  test('names the first broken link', () =>
    expect(
      viewVerdict({
        ...soFar,
        isStopped: false,
        broken: { account: 'system', at: 7, reason: 'CHANGED', entry },
      }),
    ).toMatchObject({
      kind: 'broken',
      text: '内容与写入时的哈希不一致，被改动过',
      facts: [
        { name: '链', value: 'system' },
        { name: '断在', value: '第 7 条' },
        { name: '记录编号', value: 'parameters.change:1' },
      ],
    }));
});
