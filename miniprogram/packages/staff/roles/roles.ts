import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { failureOf } from '../failure-of';
import { freshPage } from '../fresh-page';
import { readMe } from '../services/me';
import { listRoles } from '../services/team';
import { type RoleRow, viewRoleRow } from '../views/roles';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

/** What `role` stands for a role that is not there yet. */
const NEW_ROLE = '';

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Server: null until it is known. */
    roles: null as RoleRow[] | null,
    mayEdit: false,
    /** State: null while nothing stands beside the list. */
    chosenId: null as string | null,
    failure: null as FailureView | null,
  },

  ...freshPage,
  ...widePage,

  onShow() {
    this.setData({ isWide: isWideWindow() });
    this.refresh();
  },

  async refresh() {
    try {
      const [{ roles }, { permissions }] = await Promise.all([listRoles(), readMe()]);
      this.setData({ roles: roles.map(viewRoleRow), mayEdit: permissions.has('roles.edit'), failure: null });
    } catch (error) {
      this.setData({ failure: failureOf(error) });
    }
  },

  open(roleId: string) {
    if (this.data.isWide) this.setData({ chosenId: roleId });
    else wx.navigateTo({ url: staffRoutes.role(roleId) });
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const { roleId } = event.currentTarget.dataset as { roleId: string };
    this.open(roleId);
  },

  onNewPress() {
    this.open(NEW_ROLE);
  },
});
