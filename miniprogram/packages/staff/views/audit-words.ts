import type { StaffProcedureName } from '../../../../cloudfunctions/contract/staff/procedures';

/** What happens once people agree, and what jobs do: actions that are no procedure. */
type OtherAction =
  | 'approvals.expire'
  | 'staff.disableIdle'
  | 'staff.application'
  | 'staff.elevate'
  | 'staff.recover'
  | 'staff.grant'
  | 'roles.change'
  | 'parameters.change'
  | 'factors.import'
  | 'partners.change'
  | 'partners.rotate'
  | 'books.credit'
  | 'books.reversal'
  | 'books.resume'
  | 'pools.retirement'
  | 'funds.change'
  | 'merchants.settlement';

/** Every action of the log in words: a new procedure does not compile without its words here. */
const actions: Readonly<Record<StaffProcedureName | OtherAction, string>> = {
  'desk.enter': '进入员工台',
  'desk.claim': '认领团队',
  'desk.superiors': '查看可选上级',
  'desk.apply': '申请开户',
  'desk.withdrawApplication': '撤回开户申请',
  'desk.beginCode': '开始设置动态码',
  'desk.activateCode': '启用动态码',
  'desk.confirmCode': '输入动态码',
  'desk.todos': '查看待办',
  'desk.requestElevation': '申请临时提权',
  'approvals.list': '查看审批列表',
  'approvals.get': '查看审批',
  'approvals.approve': '同意审批',
  'approvals.deny': '驳回审批',
  'approvals.comment': '填写审批意见',
  'approvals.withdraw': '撤回审批',
  'approvals.escalate': '升级审批',
  'approvals.expire': '审批到期',
  'staff.list': '查看员工',
  'staff.applications': '查看开户申请',
  'staff.open': '开通账号',
  'staff.disable': '停用账号',
  'staff.disableIdle': '自动停用闲置账号',
  'staff.recordLeave': '登记请假',
  'staff.enable': '恢复账号',
  'staff.handOver': '交接事项',
  'staff.remove': '注销账号',
  'staff.requestGrant': '申请变更角色',
  'staff.grant': '变更角色',
  'staff.requestRecovery': '申请重置动态码',
  'staff.recover': '重置动态码',
  'staff.review': '查看季度权限检查',
  'staff.recordReview': '登记季度权限检查',
  'staff.application': '开户申请通过',
  'staff.elevate': '临时提权',
  'roles.list': '查看角色',
  'roles.requestChange': '申请修改角色权限',
  'roles.change': '修改角色权限',
  'audit.search': '查询审计记录',
  'audit.export': '导出审计记录',
  'audit.chains': '读取审计链',
  'audit.chain': '读取审计链记录',
  'parameters.list': '查看运营参数',
  'parameters.requestChange': '申请修改运营参数',
  'parameters.change': '修改运营参数',
  'factors.list': '查看减排因子',
  'factors.checkImport': '试导入减排因子',
  'factors.requestImport': '申请导入减排因子',
  'factors.import': '导入减排因子',
  'partners.list': '查看合作方',
  'partners.requestChange': '申请变更合作方',
  'partners.change': '变更合作方',
  'partners.requestRotation': '申请更换密钥',
  'partners.rotate': '更换密钥',
  'partners.collectSecret': '领取新密钥',
  'partners.day': '合作方对账',
  'partners.trial': '查看合作方自测',
  'partners.check': '检查合作方的请求',
  'riders.find': '查找会员',
  'riders.trips': '查看会员行程',
  'books.account': '查看账户',
  'books.entries': '查看账户分录',
  'books.entry': '查看分录',
  'books.requestCredit': '申请人工补发',
  'books.credit': '人工补发',
  'books.requestReversal': '申请撤销入账',
  'books.reversal': '撤销入账',
  'books.payingOut': '查看用分状态',
  'books.requestResume': '申请恢复用分',
  'books.resume': '恢复用分',
  'books.day': '查看日账',
  'pools.list': '查看碳池',
  'pools.requestRetirement': '申请注销减排',
  'pools.retirement': '注销减排',
  'funds.list': '查看捐赠项目',
  'funds.requestChange': '申请变更捐赠项目',
  'funds.change': '变更捐赠项目',
  'merchants.list': '查看商户结算',
  'merchants.requestSettlement': '申请结算',
  'merchants.settlement': '结算奖励积分',
  'reports.queue': '查看出行申报',
  'reports.open': '打开一份出行申报',
  'reports.decide': '审核出行申报',
  'alarms.list': '查看告警',
  'alarms.acknowledge': '确认告警',
  'books.reconcile': '按天核对账本',
  'stations.list': '查看车站',
  'stations.poster': '查看车站海报',
  'stations.posters': '导出车站海报',
  'stations.screen': '显示车站动态码',
  'stations.renewPoster': '更换车站海报的码',
};

export const actionText = (action: string): string =>
  (actions as Readonly<Record<string, string>>)[action] ?? action;

/** To choose from when searching. */
export const actionChoices: readonly { key: string; name: string }[] = Object.entries(actions).map(
  ([key, name]) => ({ key, name }),
);

const targetKinds: Readonly<Record<string, string>> = {
  approval: '审批',
  application: '开户申请',
  staff: '员工',
  role: '角色',
  partner: '合作方',
  factors: '因子集',
  parameters: '运营参数版本',
  rider: '会员',
  chain: '审计链',
  account: '账户',
  pool: '碳池',
  fund: '捐赠项目',
  entry: '分录',
  day: '日账',
  alarm: '告警',
  station: '车站',
  report: '出行申报',
};

const ID_SHOWN = 8;
/** Ids of 26 characters begin with their time; their end tells them apart. */
const shortId = (id: string): string => (id.length > 20 ? `…${id.slice(-ID_SHOWN)}` : id);
/** Riders are called by the beginning everywhere else: in accounts, in requests and by themselves. */
const shortTarget = (kind: string, id: string): string =>
  kind === 'rider' ? id.slice(0, ID_SHOWN) : shortId(id);

/** `staff:0abc…` as `员工 陈默`, where the name is known; `''` without a target. */
export function targetText(target: string | null, names: Readonly<Record<string, string>>): string {
  if (target === null) return '';
  const at = target.indexOf(':');
  const [kind, id] = [target.slice(0, at), target.slice(at + 1)];
  const kindText = targetKinds[kind];
  return kindText === undefined ? target : `${kindText} ${names[id] ?? shortTarget(kind, id)}`;
}

const DIGEST_SHOWN = 6;

/** Who did it, in words. */
export function actorText(actorId: string, names: Readonly<Record<string, string>>): string {
  const known = names[actorId];
  if (known !== undefined) return known;
  if (actorId === 'system') return '系统';
  const [kind, id = ''] = actorId.split(':');
  if (kind === 'applicant') return `开户申请人 ${id.slice(0, DIGEST_SHOWN)}`;
  if (kind === 'outsider') return `外部人员 ${id.slice(0, DIGEST_SHOWN)}`;
  return `员工 ${shortId(actorId)}`;
}

/** What is special about an entry. */
export function flagText(flag: string, names: Readonly<Record<string, string>>): string {
  const at = flag.indexOf(':');
  const [kind, id] = at < 0 ? [flag, ''] : [flag.slice(0, at), flag.slice(at + 1)];
  if (kind === 'outside-permission') return '团队内没有其他人持有该权限，由其他成员代为审批';
  if (kind === 'elevated') return '使用了临时提权';
  if (kind === 'escalated') return '升级后决定';
  if (kind === 'approval') return `审批 ${shortId(id)}`;
  if (kind === 'requested-by') return `由 ${actorText(id, names)} 申请`;
  if (kind === 'approved-by') return `由 ${actorText(id, names)} 同意`;
  return flag;
}
