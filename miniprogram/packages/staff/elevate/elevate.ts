import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { requestElevation } from '../services/desk';
import { readMe } from '../services/me';
import { elevationProblems, toggled } from '../views/forms';
import {
  allPermissions,
  neverTemporary,
  type PermissionArea,
  permissionAreas,
} from '../views/permission-labels';
import { type FieldProblems, hasProblems, problemsOf, viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

type Permission = (typeof allPermissions)[number];

livePage({
  data: {
    theme: currentTheme(),
    /** Server: what I do not hold; null until it is known. */
    areas: null as PermissionArea[] | null,
    /** Form. */
    chosen: {} as Record<string, boolean>,
    count: 0,
    reason: '',
    problems: {} as FieldProblems,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
    sendFailure: null as FailureView | null,
  },

  permissions: [] as Permission[],

  onLoad() {
    this.refresh();
  },

  async refresh() {
    try {
      const { permissions: mine } = await readMe();
      const isAskable = (permission: Permission) =>
        !mine.has(permission) && !neverTemporary.includes(permission);
      const areas = permissionAreas(allPermissions.filter(isAskable));
      this.setData({ areas, failure: null });
    } catch (error) {
      this.setData({ failure: failureOf(error) });
    }
  },

  onChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: Permission }>) {
    this.permissions = toggled(this.permissions, detail.key);
    const chosen = Object.fromEntries(this.permissions.map(permission => [permission, true]));
    this.setData({ chosen, count: this.permissions.length, 'problems.permissions': '' });
  },

  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, 'problems.reason': '' });
  },

  async onSubmit() {
    if (this.data.isBusy) return;
    const form = { permissions: this.permissions, reason: this.data.reason.trim() };
    const problems = elevationProblems(form.permissions, form.reason);
    this.setData({ problems, sendFailure: null });
    if (hasProblems(problems)) return;
    this.setData({ isBusy: true });
    try {
      const { approvalId } = await whenConfirmed(this, () => requestElevation(form));
      wx.redirectTo({ url: staffRoutes.approval(approvalId) });
    } catch (error) {
      const failure = serviceErrorOf(error);
      const found = problemsOf(failure, ['permissions', 'reason']);
      this.setData(found ? { problems: found } : { sendFailure: viewStaffFailure(failure, Date.now()) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
