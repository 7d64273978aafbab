import { serviceErrorOf } from '../../../../services/service-error';
import type { FailureView } from '../../../../views/failure';
import { whenConfirmed } from '../../confirmation';
import { failureOf } from '../../failure-of';
import { type Me, readMe } from '../../services/me';
import { listRoles, type Permission, type RolesAnswer, requestRoleChange } from '../../services/team';
import { roleProblems, toggled } from '../../views/forms';
import { changeText, givenGroups, type PermissionGroup, permissionGroups } from '../../views/roles';
import { type FieldProblems, hasProblems, problemsOf } from '../../views/staff-failure';
import { staffRoutes } from '../../views/staff-routes';

const fields = ['roleId', 'name', 'permissions', 'reason'];

/** What was read last, by panel; drawing needs only parts of it. */
const readOf = new WeakMap<object, { answer: RolesAnswer; me: Me }>();

/** What a role allows; who may, changes it or makes a new one (an empty `roleId`). A change waits for two others. */
Component({
  properties: {
    roleId: String,
  },
  data: {
    /** Server. */
    title: '',
    members: '',
    groups: null as PermissionGroup[] | null,
    isMissing: false,
    mayEdit: false,
    /** Form. */
    isEditing: false,
    newId: '',
    name: '',
    reason: '',
    permissions: [] as Permission[],
    change: '',
    problems: {} as FieldProblems,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
    sendFailure: null as FailureView | null,
  },
  observers: {
    roleId() {
      this.setData({ groups: null, isMissing: false, isEditing: false, newId: '', reason: '', problems: {} });
      this.refresh();
    },
  },
  lifetimes: {
    attached() {
      if (readOf.get(this) === undefined) this.refresh();
    },
  },
  methods: {
    async refresh() {
      const { roleId } = this.data;
      try {
        const [answer, me] = await Promise.all([listRoles(), readMe()]);
        if (roleId !== this.data.roleId) return;
        readOf.set(this, { answer, me });
        this.show();
      } catch (error) {
        if (roleId === this.data.roleId) this.setData({ failure: failureOf(error) });
      }
    },

    show() {
      const { roleId } = this.data;
      const { answer, me } = readOf.get(this)!;
      const role = answer.roles.find(one => one.roleId === roleId);
      const isNew = roleId === '';
      this.setData({
        title: isNew ? '新建角色' : (role?.name ?? ''),
        members: role ? `${role.members} 人持有` : '',
        name: role?.name ?? '',
        isMissing: !isNew && role === undefined,
        mayEdit: me.permissions.has('roles.edit'),
        isEditing: isNew,
        failure: null,
      });
      this.choose(role?.permissions ?? []);
    },

    choose(permissions: Permission[]) {
      const { answer, me } = readOf.get(this)!;
      const before = answer.roles.find(one => one.roleId === this.data.roleId)?.permissions ?? [];
      const groups = permissionGroups({ all: answer.permissions, given: permissions, mine: me.permissions });
      this.setData({
        permissions,
        groups: this.data.isEditing ? groups : givenGroups(groups),
        change: changeText(before, permissions),
        'problems.permissions': '',
      });
    },

    onEditPress() {
      this.setData({ isEditing: true });
      this.choose(this.data.permissions);
    },

    onCancelPress() {
      this.setData({ reason: '', problems: {}, sendFailure: null });
      this.show();
    },

    onChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: Permission }>) {
      this.choose(toggled(this.data.permissions, detail.key));
    },

    onFieldChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { field } = event.currentTarget.dataset as { field: 'newId' | 'name' | 'reason' };
      const problem = field === 'newId' ? 'roleId' : field;
      this.setData({ [field]: event.detail.value, [`problems.${problem}`]: '' });
    },

    async onSubmit() {
      if (this.data.isBusy) return;
      const { roleId, newId, permissions } = this.data;
      const [name, reason] = [this.data.name.trim(), this.data.reason.trim()];
      const form = { roleId: roleId === '' ? newId.trim() : roleId, name, permissions, reason };
      const problems = roleProblems(form);
      this.setData({ problems, sendFailure: null });
      if (hasProblems(problems)) return;
      this.setData({ isBusy: true });
      try {
        const { approvalId } = await whenConfirmed(this, () => requestRoleChange(form));
        wx.navigateTo({ url: staffRoutes.approval(approvalId) });
        this.onCancelPress();
      } catch (error) {
        const failure = serviceErrorOf(error);
        const found = problemsOf(failure, fields);
        this.setData(found ? { problems: found } : { sendFailure: failureOf(failure) });
      } finally {
        this.setData({ isBusy: false });
      }
    },
  },
});
