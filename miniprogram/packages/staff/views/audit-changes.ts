import type { Difference } from '../../../../cloudfunctions/contract/staff/shapes';
import { beijingDay, clockText } from '../../../views/beijing-time';
import { parameterLabels } from './parameter-labels';

/** Words for fields that people meet often; others are shown by their own name, which is what the log has. */
const fields: Readonly<Record<string, string>> = {
  state: '状态',
  kind: '类别',
  of: '对象',
  payloadHash: '内容哈希',
  approvalId: '审批',
  label: '名称',
  name: '名称',
  roles: '角色',
  roleIds: '角色',
  permissions: '权限',
  version: '版本',
  basedOn: '基于版本',
  values: '数值',
  activeFromMs: '生效时间',
  city: '城市',
  modes: '出行方式',
  requestsAMinute: '每分钟请求数',
  untilMs: '截至',
  department: '部门',
  superiorId: '上级',
  validFromDay: '生效日',
  number: '会员编号',
  uid: '会员',
  limit: '每页条数',
  cursor: '翻页位置',
  format: '格式',
  day: '日期',
  partnerId: '合作方',
  staffId: '员工',
  endings: '密钥尾号',
  ending: '密钥尾号',
  newEnding: '新密钥尾号',
  validToDay: '结束日',
  before: '原值',
  after: '新值',
  aboutDigest: '关于',
  alarmId: '告警',
  amount: '积分',
  bonus: '奖励积分',
  occasion: '事由',
  accountId: '账户',
  entryKey: '分录',
  entryDigest: '分录',
  ofTrip: '出行入账',
  isPaying: '可使用积分',
  beneficiary: '受益方',
  purpose: '用途',
  left: '已离开的编号',
  origin: '碳池',
  isOpen: '开放',
  place: '排序',
  organisation: '机构',
  creditCode: '统一社会信用代码',
  agreement: '协议',
  fundId: '捐赠项目',
  voucher: '付款凭证',
};

/** The log has `/` where a parameter's path has a dot. */
const fieldText = (field: string): string =>
  fields[field] ?? parameterLabels[field.replace(/\//g, '.')] ?? field;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Change {
  path: string;
  before: number;
  after: number;
}

/** What a change of parameters is asked for by. */
const isChange = (value: unknown): value is Change =>
  isRecord(value) &&
  typeof value.path === 'string' &&
  typeof value.before === 'number' &&
  typeof value.after === 'number';

const changeText = ({ path, before, after }: Change): string => `${fieldText(path)} ${before} → ${after}`;

const EARLIEST_MS = Date.parse('2020-01-01T00:00:00+08:00');

/** `2026-11-10 08:02`, for what the log has in milliseconds. */
const timeText = (atMs: number): string => `${beijingDay(atMs)} ${clockText(atMs)}`;

/** A value at the end of a path, as people read it. */
function leafText(field: string, value: unknown): string {
  if (typeof value === 'number' && field.endsWith('Ms') && value >= EARLIEST_MS) return timeText(value);
  if (value === true) return '是';
  if (value === false) return '否';
  if (typeof value === 'string') return value === '' ? '（空）' : value;
  if (Array.isArray(value) && value.length > 0 && value.every(isChange))
    return value.map(changeText).join('；');
  if (Array.isArray(value) && value.every(item => typeof item !== 'object'))
    return value.join('、') || '（空）';
  return JSON.stringify(value);
}

/** Every end of the value by its path, in the order of the log. */
function leaves(value: unknown, found: Map<string, string>, path = '', field = ''): Map<string, string> {
  if (value === null || value === undefined) return found;
  const inner = isRecord(value) ? Object.entries(value) : [];
  if (inner.length === 0) return found.set(path, leafText(field, isRecord(value) ? '' : value));
  for (const [name, one] of inner) {
    leaves(one, found, path === '' ? fieldText(name) : `${path} · ${fieldText(name)}`, name);
  }
  return found;
}

const WHOLE = '内容';

/** What an entry has that knows no before: what was asked for or looked at. */
export const auditContents = (after: unknown): { name: string; value: string }[] =>
  [...leaves(after, new Map())].map(([path, value]) => ({ name: path === '' ? WHOLE : path, value }));

/** Both sides of an entry, field by field; those that stayed as they were are left out. */
export function auditChanges(before: unknown, after: unknown): Difference[] {
  const [old, fresh] = [leaves(before, new Map()), leaves(after, new Map())];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map(path => ({
      label: path === '' ? WHOLE : path,
      before: old.get(path) ?? null,
      after: fresh.get(path) ?? null,
    }))
    .filter(difference => difference.before !== difference.after);
}
