import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { applyForAccount, claimTeam, enterDesk, readSuperiors } from '../services/desk';
import { applicationProblems, claimProblems, toggled } from '../views/forms';
import { type FieldProblems, hasProblems, problemsOf, viewStaffFailure } from '../views/staff-failure';
import { applicationStations } from '../views/stations';

const fields = ['name', 'department', 'superiorId', 'roleIds', 'reason', 'code'];

/** The usual chain; a team may have another one, which the desk shows once the application is sent. */
const stations = applicationStations([
  { label: '直属上级', state: 'waiting' },
  { label: '办公室', state: 'waiting' },
  { label: '网络部', state: 'waiting' },
]).map(station => ({ ...station, note: '' }));

Page({
  data: {
    theme: currentTheme(),
    /** Display. */
    stations,
    /** Server: null until it is known whether the team still waits for its first administrator. */
    isClaimable: null as boolean | null,
    superiors: [] as { key: string; name: string }[],
    roles: [] as { roleId: string; name: string; isChosen: boolean }[],
    /** Form. */
    code: '',
    name: '',
    department: '',
    superiorId: '',
    roleIds: [] as string[],
    reason: '',
    problems: {} as FieldProblems,
    /** State: why nothing could be read, and why nothing could be sent. */
    isBusy: false,
    failure: null as FailureView | null,
    sendFailure: null as FailureView | null,
  },

  onLoad() {
    this.refresh();
  },

  onShow() {
    this.setData({ theme: currentTheme() });
  },

  async refresh() {
    try {
      const [{ claimable }, { superiors, roles }] = await Promise.all([enterDesk(), readSuperiors()]);
      this.setData({
        isClaimable: claimable,
        superiors: superiors.map(({ staffId, name, department }) => ({
          key: staffId,
          name: `${name} · ${department}`,
        })),
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

  onRoleChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const roleIds = toggled(this.data.roleIds, detail.key);
    const roles = this.data.roles.map(role => ({ ...role, isChosen: roleIds.includes(role.roleId) }));
    this.setData({ roleIds, roles, 'problems.roleIds': '' });
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
      wx.navigateBack();
    } catch (error) {
      const failure = serviceErrorOf(error);
      const found = problemsOf(failure, fields);
      this.setData(found ? { problems: found } : { sendFailure: viewStaffFailure(failure, Date.now()) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
