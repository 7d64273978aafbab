/** Somebody of the demo's team. Everything is invented. */
export interface Colleague {
  openid: string;
  name: string;
  department: string;
  /** Openid of the superior; null for whoever claims the team. */
  superior: string | null;
  roleIds: readonly string[];
  /** What the side panel says under the name. */
  duty: string;
}

const openidOf = (place: string): string => `demo-staff-${place}`;

function colleague(
  place: string,
  name: string,
  duty: string,
  department: string,
  roleIds: readonly string[],
  superior: string | null,
): Colleague {
  return { openid: openidOf(place), name, duty, department, roleIds, superior };
}

export const administrator = colleague('admin', '周敏', '账号管理', '管理', ['account-admin'], null);
export const office = colleague('office', '陈国栋', '行政主管', '办公室', ['office'], administrator.openid);
export const director = colleague(
  'director',
  '林晓峰',
  '运营总监',
  '运营中心',
  ['director'],
  administrator.openid,
);

const under = (
  { openid }: Colleague,
  place: string,
  name: string,
  duty: string,
  department: string,
  roleId: string,
): Colleague => colleague(place, name, duty, department, [roleId], openid);

export const finance = under(director, 'finance', '王丽萍', '财务', '财务部', 'finance');
export const auditor = under(director, 'auditor', '黄志强', '审计', '审计室', 'auditor');
export const userOperations = under(director, 'user-ops', '刘思远', '用户运营', '运营中心', 'user-ops');
export const channel = under(director, 'channel', '郑凯', '渠道经理', '渠道合作部', 'channel');
export const service = under(userOperations, 'service', '何雨桐', '客服', '客服中心', 'customer-service');
export const content = under(director, 'content', '苏婉婷', '内容编辑', '品牌内容部', 'content');
export const media = under(content, 'media', '邓子豪', '新媒体运营', '品牌内容部', 'new-media');
export const activity = under(director, 'activity', '罗佳怡', '活动运营', '运营中心', 'activity');
export const secondService = under(
  userOperations,
  'service-2',
  '许文博',
  '客服，请假中',
  '客服中心',
  'customer-service',
);

/** In the order in which they come in: who agrees to others comes before them. */
export const team: readonly Colleague[] = [
  administrator,
  office,
  director,
  finance,
  auditor,
  userOperations,
  channel,
  service,
  content,
  media,
  activity,
  secondService,
];

/** People who have asked for an account: nobody has agreed yet, everybody has, and one was told no. */
export const newcomer = under(content, 'newcomer', '谢宇航', '开户待审批', '品牌内容部', 'content');
export const admitted = under(director, 'admitted', '梁静', '开户待开通', '运营中心', 'activity');
export const refused = under(director, 'refused', '孙浩', '开户被拒', '财务部', 'finance');
