import type { Permission } from '../../../../cloudfunctions/contract/permissions';

/** What each permission lets somebody do, in the contract's words: one that is added there does not compile without it. */
export const permissionLabels: Readonly<Record<Permission, string>> = {
  'desk.use': '使用员工台',
  'approvals.read': '查看全部审批',
  'approvals.overrule': '裁决升级和申诉的审批',
  'applications.office': '办公室审核开户申请',
  'applications.network': '网络部审核开户申请',
  'staff.read': '查看员工',
  'staff.open': '开通员工账号',
  'staff.suspend': '停用、请假登记',
  'staff.enable': '恢复员工账号',
  'staff.remove': '交接和注销员工账号',
  'staff.grant': '申请变更员工角色',
  'staff.approve': '审批角色变更、临时提权和重置动态码',
  'staff.recover': '申请重置员工动态码',
  'staff.review': '季度权限检查',
  'roles.read': '查看角色',
  'roles.edit': '申请修改角色权限',
  'roles.approve': '审批角色权限修改',
  'audit.read': '查看审计记录',
  'audit.export': '导出审计记录',
  'audit.verify': '校验审计记录',
  'parameters.read': '查看运营参数',
  'parameters.edit': '申请修改运营参数',
  'parameters.approve': '审批运营参数',
  'factors.read': '查看减排因子',
  'factors.import': '导入减排因子',
  'factors.approve': '审批减排因子',
  'partners.read': '查看合作方',
  'partners.edit': '申请变更合作方',
  'partners.approve': '审批合作方变更',
  'partners.reconcile': '与合作方对账',
  'riders.read': '查看会员（脱敏）',
  'books.read': '查看账本（含会员分录）',
  'books.reconcile': '按天核对账本',
  'books.credit': '申请人工补发奖励积分',
  'books.reverse': '申请撤销一笔入账',
  'books.resume': '申请恢复使用积分',
  'books.approve': '审批补发、撤销、注销、结算和恢复用分',
  'pools.read': '查看碳池和注销',
  'pools.retire': '申请注销碳池里的减排',
  'funds.read': '查看捐赠项目',
  'funds.edit': '申请变更捐赠项目',
  'funds.approve': '审批捐赠项目',
  'merchants.read': '查看商户和项目的未结算积分',
  'merchants.settle': '申请结算奖励积分',
  'reports.read': '查看出行申报',
  'reports.review': '审核出行申报',
  'alarms.read': '查看告警',
  'alarms.acknowledge': '确认告警',
  'stations.read': '查看和打印车站海报',
  'stations.screen': '显示车站动态码',
  'stations.renew': '更换车站海报的码',
};

/** Permissions of one area stand together: the part of the name before the dot says which. */
const areaTitles: Readonly<Record<string, string>> = {
  desk: '员工台',
  approvals: '审批',
  applications: '开户申请',
  staff: '员工账号',
  roles: '角色',
  audit: '审计',
  parameters: '运营参数',
  factors: '减排因子',
  partners: '合作方',
  reports: '出行申报',
  riders: '会员',
  books: '账本',
  pools: '碳池',
  funds: '捐赠项目',
  merchants: '商户结算',
  alarms: '告警',
  stations: '车站码',
};

export const areaOf = (permission: string): string => {
  const [area = ''] = permission.split('.');
  return areaTitles[area] ?? area;
};

export interface PermissionArea {
  title: string;
  permissions: { permission: Permission; label: string }[];
}

/** All permissions in their areas, in the contract's order. */
export function permissionAreas(permissions: readonly Permission[]): PermissionArea[] {
  const areas: PermissionArea[] = [];
  for (const permission of permissions) {
    const title = areaOf(permission);
    const area = areas.find(one => one.title === title);
    const row = { permission, label: permissionLabels[permission] };
    if (area) area.permissions.push(row);
    else areas.push({ title, permissions: [row] });
  }
  return areas;
}

export const allPermissions = Object.keys(permissionLabels) as Permission[];

/** What only roles give, as the contract has it; a test holds the two together. */
export const neverTemporary: readonly Permission[] = ['staff.approve', 'roles.approve', 'approvals.overrule'];
