/** How much harm a permission can do: `high` asks for a confirmed one-time code on every use. */
export type Risk = 'low' | 'high';

/**
 * Everything that staff may be allowed to do: `<domain>.<verb>`. A procedure of function `staff` names one; whoever does
 * not hold it is refused. A name is never changed: roles and the audit log carry it.
 */
export const permissions = {
  'desk.use': { label: '使用员工台', risk: 'low' },
  'approvals.read': { label: '查看全部审批', risk: 'low' },
  'approvals.overrule': { label: '裁决升级和申诉的审批', risk: 'high' },
  'applications.office': { label: '办公室审核开户申请', risk: 'high' },
  'applications.network': { label: '网络部审核开户申请', risk: 'high' },
  'staff.read': { label: '查看员工', risk: 'low' },
  'staff.open': { label: '开通员工账号', risk: 'high' },
  'staff.suspend': { label: '停用、请假登记', risk: 'high' },
  'staff.enable': { label: '恢复员工账号', risk: 'high' },
  'staff.remove': { label: '交接和注销员工账号', risk: 'high' },
  'staff.grant': { label: '申请变更员工角色', risk: 'high' },
  'staff.approve': { label: '审批角色变更、临时提权和重置动态码', risk: 'high' },
  'staff.recover': { label: '申请重置员工动态码', risk: 'high' },
  'staff.review': { label: '季度权限检查', risk: 'low' },
  'roles.read': { label: '查看角色', risk: 'low' },
  'roles.edit': { label: '申请修改角色权限', risk: 'high' },
  'roles.approve': { label: '审批角色权限修改', risk: 'high' },
  'audit.read': { label: '查看审计记录', risk: 'low' },
  'audit.export': { label: '导出审计记录', risk: 'high' },
  'audit.verify': { label: '校验审计记录', risk: 'low' },
  'parameters.read': { label: '查看运营参数', risk: 'low' },
  'parameters.edit': { label: '申请修改运营参数', risk: 'high' },
  'parameters.approve': { label: '审批运营参数', risk: 'high' },
  'factors.read': { label: '查看减排因子', risk: 'low' },
  'factors.import': { label: '导入减排因子', risk: 'high' },
  'factors.approve': { label: '审批减排因子', risk: 'high' },
  'partners.read': { label: '查看合作方', risk: 'low' },
  'partners.edit': { label: '申请变更合作方', risk: 'high' },
  'partners.approve': { label: '审批合作方变更', risk: 'high' },
  'partners.reconcile': { label: '与合作方对账', risk: 'low' },
  'riders.read': { label: '查看会员（脱敏）', risk: 'low' },
  'books.read': { label: '查看账本（含会员分录）', risk: 'low' },
  'books.reconcile': { label: '按天核对账本', risk: 'low' },
  'books.credit': { label: '申请人工补发奖励积分', risk: 'high' },
  'books.reverse': { label: '申请撤销一笔入账', risk: 'high' },
  'books.resume': { label: '申请恢复使用积分', risk: 'high' },
  'books.approve': { label: '审批补发、撤销、注销、结算和恢复用分', risk: 'high' },
  'pools.read': { label: '查看碳池和注销', risk: 'low' },
  'pools.retire': { label: '申请注销碳池里的减排', risk: 'high' },
  'reports.read': { label: '查看出行申报', risk: 'low' },
  'reports.review': { label: '审核出行申报', risk: 'high' },
  'alarms.read': { label: '查看告警', risk: 'low' },
  'alarms.acknowledge': { label: '确认告警', risk: 'low' },
  'stations.read': { label: '查看和打印车站海报', risk: 'low' },
  'stations.screen': { label: '显示车站动态码', risk: 'low' },
  'stations.renew': { label: '更换车站海报的码', risk: 'high' },
} as const satisfies Record<string, { label: string; risk: Risk }>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]];

/**
 * What no temporary elevation gives: by these rights are given, so that two people with eight hours could give each
 * other the next eight, for ever.
 */
export const neverTemporary: readonly Permission[] = ['staff.approve', 'roles.approve', 'approvals.overrule'];

/** A role as a new deployment has it; the team edits permission sets afterwards, with two approvals. */
export interface RoleDefinition {
  name: string;
  permissions: readonly Permission[];
}

/** The union of the organisations that the founding documents describe (G01–G15, X12, X17). */
export const firstRoles = {
  director: {
    name: '运营总监',
    permissions: [
      'desk.use',
      'approvals.read',
      'approvals.overrule',
      'staff.read',
      'staff.approve',
      'roles.read',
      'roles.approve',
      'audit.read',
      'parameters.read',
      'parameters.approve',
      'factors.read',
      'factors.approve',
      'partners.read',
      'partners.approve',
      'riders.read',
      'reports.read',
      'books.read',
      'books.reconcile',
      'books.approve',
      'pools.read',
      'alarms.read',
      'alarms.acknowledge',
      'stations.read',
    ],
  },
  'account-admin': {
    name: '账号管理专员',
    permissions: [
      'desk.use',
      'applications.network',
      'staff.read',
      'staff.open',
      'staff.suspend',
      'staff.enable',
      'staff.remove',
      'staff.grant',
      'staff.recover',
      'staff.review',
      'roles.read',
      'roles.edit',
    ],
  },
  office: {
    name: '行政主管',
    permissions: [
      'desk.use',
      'applications.office',
      'staff.read',
      'staff.approve',
      'staff.review',
      'roles.read',
      'roles.approve',
    ],
  },
  finance: {
    name: '财务',
    permissions: [
      'desk.use',
      'parameters.read',
      'parameters.edit',
      'parameters.approve',
      'factors.read',
      'factors.approve',
      'partners.read',
      'partners.approve',
      'partners.reconcile',
      'books.read',
      'books.reconcile',
      'books.reverse',
      'books.resume',
      'books.approve',
      'pools.read',
      'alarms.read',
      'alarms.acknowledge',
    ],
  },
  auditor: {
    name: '审计',
    permissions: [
      'desk.use',
      'approvals.read',
      'staff.read',
      'roles.read',
      'audit.read',
      'audit.export',
      'audit.verify',
      'parameters.read',
      'factors.read',
      'partners.read',
      'books.read',
      'books.reconcile',
      'pools.read',
      'alarms.read',
    ],
  },
  'user-ops': {
    name: '用户运营',
    permissions: [
      'desk.use',
      'parameters.read',
      'parameters.edit',
      'factors.read',
      'factors.import',
      'riders.read',
      'reports.read',
      'reports.review',
      'books.read',
      'books.credit',
    ],
  },
  channel: {
    name: '渠道经理',
    permissions: [
      'desk.use',
      'partners.read',
      'partners.edit',
      'partners.reconcile',
      'pools.read',
      'pools.retire',
      'stations.read',
      'stations.screen',
      'stations.renew',
    ],
  },
  'customer-service': {
    name: '客服',
    permissions: [
      'desk.use',
      'riders.read',
      'reports.read',
      'reports.review',
      'stations.read',
      'stations.screen',
    ],
  },
  content: { name: '内容编辑', permissions: ['desk.use'] },
  'new-media': { name: '新媒体运营', permissions: ['desk.use'] },
  activity: { name: '活动运营', permissions: ['desk.use', 'parameters.read'] },
} as const satisfies Record<string, RoleDefinition>;
