import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { backToDesk } from '../back-to-desk';
import { applyForAccount, claimTeam, enterDesk, findSuperiors, type Superiors } from '../services/desk';
import { applicationProblems, claimProblems, toggled } from '../views/forms';
import { conflictText } from '../views/role-conflicts';
import { type FieldProblems, hasProblems, problemsOf, viewStaffFailure } from '../views/staff-failure';
import { applicationStations } from '../views/stations';

const fields = ['name', 'department', 'superiorId', 'roleIds', 'reason', 'code'];

/** The usual chain; a team may have another one, which the desk shows once the application is sent. */
const stations = applicationStations([
  { label: '直属上级', state: 'waiting' },
  { label: '办公室', state: 'waiting' },
  { label: '网络部', state: 'waiting' },
]).map(station => ({ ...station, note: '' }));

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    stations,
    /** Server: null until it is known whether the team still waits for its first administrator. */
    isClaimable: null as boolean | null,
    hasMembers: true,
    superiors: [] as { staffId: string; title: string; isChosen: boolean }[],
    roles: [] as { roleId: string; name: string; isChosen: boolean }[],
    /** Form. */
    code: '',
    name: '',
    department: '',
    superiorQuery: '',
    superiorId: '',
    roleIds: [] as string[],
    /** Why the chosen roles should not be one person's. */
    conflict: '',
    reason: '',
    problems: {} as FieldProblems,
    /** State: why nothing could be read, and why nothing could be sent. */
    isBusy: false,
    isFinding: false,
    failure: null as FailureView | null,
    sendFailure: null as FailureView | null,
  },

  onLoad() {
    this.refresh();
  },

  async refresh() {
    try {
      const [{ claimable }, { hasMembers, roles }] = await Promise.all([enterDesk(), findSuperiors('')]);
      this.setData({
        isClaimable: claimable,
        hasMembers,
        roles: roles.map(role => ({ ...role, isChosen: this.data.roleIds.includes(role.roleId) })),
        failure: null,
      });
    } catch (error) {
      this.setData({ failure: viewStaffFailure(serviceErrorOf(error), Date.now()) });
    }
  },

  onFieldChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { field } = event.currentTarget.dataset as { field: string };
    this.setData({ [field]: event.detail.value, [`problems.${field}`]: '' });
  },

  onSuperiorInput({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ superiorQuery: detail.value, superiors: [], superiorId: '', 'problems.superiorId': '' });
  },

  /** The team is not shown to who is no member yet: he has to know whom he names. */
  async onSuperiorFind() {
    const query = this.data.superiorQuery.trim();
    if (query.length < 2) return this.setData({ 'problems.superiorId': '请填写上级的姓名或员工编号' });
    this.setData({ isFinding: true, sendFailure: null });
    try {
      const { superiors } = await findSuperiors(query);
      this.showSuperiors(superiors, superiors.length === 1 ? superiors[0]!.staffId : '');
    } catch (error) {
      this.setData({ sendFailure: viewStaffFailure(serviceErrorOf(error), Date.now()) });
    } finally {
      this.setData({ isFinding: false });
    }
  },

  showSuperiors(found: Superiors['superiors'], superiorId: string) {
    this.setData({
      superiors: found.map(({ staffId, name, department }) => ({
        staffId,
        title: `${name} · ${department}`,
        isChosen: staffId === superiorId,
      })),
      superiorId,
      'problems.superiorId': found.length === 0 ? '没有找到在岗的同事，请核对姓名或员工编号' : '',
    });
  },

  onSuperiorChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const superiors = this.data.superiors.map(one => ({ ...one, isChosen: one.staffId === detail.key }));
    this.setData({ superiors, superiorId: detail.key, 'problems.superiorId': '' });
  },

  onRoleChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const roleIds = toggled(this.data.roleIds, detail.key);
    const roles = this.data.roles.map(role => ({ ...role, isChosen: roleIds.includes(role.roleId) }));
    this.setData({ roleIds, roles, conflict: conflictText(roleIds), 'problems.roleIds': '' });
  },

  onApplyPress() {
    const { name, department, superiorId, roleIds, reason } = this.data;
    const form = {
      name: name.trim(),
      department: department.trim(),
      superiorId,
      roleIds,
      reason: reason.trim(),
    };
    return this.send(applicationProblems(form), () => applyForAccount(form), '申请已提交');
  },

  onClaimPress() {
    const form = { code: this.data.code.trim(), name: this.data.name.trim() };
    return this.send(claimProblems(form), () => claimTeam(form), '已认领');
  },

  async send(problems: FieldProblems, request: () => Promise<unknown>, done: string) {
    if (this.data.isBusy) return;
    this.setData({ problems, sendFailure: null });
    if (hasProblems(problems)) return;
    this.setData({ isBusy: true });
    try {
      await request();
      wx.showToast({ title: done, icon: 'none' });
      backToDesk();
    } catch (error) {
      const failure = serviceErrorOf(error);
      const found = problemsOf(failure, fields);
      this.setData(found ? { problems: found } : { sendFailure: viewStaffFailure(failure, Date.now()) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
