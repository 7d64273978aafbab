import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import type { FailureView } from '../../../views/failure';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { freshPage } from '../fresh-page';
import { type Me, readMe } from '../services/me';
import { listApplications, listMembers, openAccount } from '../services/team';
import { staffRoutes } from '../views/staff-routes';
import {
  type ApplicationRow,
  inTeamOrder,
  type MemberRow,
  viewApplicationRow,
  viewMemberRow,
} from '../views/team';
import { isWideWindow, widePage } from '../wide-window';

/** To read who waits to be opened asks for a code: the team is shown without, and they come by a tap. */
const mayOpen = ({ permissions }: Me): boolean => permissions.has('staff.open');

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Server: null until it is known. */
    members: null as MemberRow[] | null,
    applications: null as ApplicationRow[] | null,
    mayOpen: false,
    /** State. */
    chosenId: '',
    openingId: '',
    isReadingApplications: false,
    failure: null as FailureView | null,
    openFailure: null as FailureView | null,
  },

  ...freshPage,
  ...widePage,

  onShow() {
    this.setData({ isWide: isWideWindow() });
    this.refresh();
  },

  async refresh() {
    try {
      const [members, me] = await Promise.all([listMembers(), readMe()]);
      this.setData({ members: inTeamOrder(members).map(viewMemberRow), mayOpen: mayOpen(me), failure: null });
    } catch (error) {
      this.setData({ failure: failureOf(error) });
    }
  },

  async onApplicationsPress() {
    if (this.data.isReadingApplications) return;
    this.setData({ isReadingApplications: true, openFailure: null });
    try {
      const today = beijingDay(Date.now());
      const applications = await whenConfirmed(this, listApplications);
      this.setData({ applications: applications.map(one => viewApplicationRow(one, today)) });
    } catch (error) {
      this.setData({ openFailure: failureOf(error) });
    } finally {
      this.setData({ isReadingApplications: false });
    }
  },

  async onOpenPress(event: WechatMiniprogram.CustomEvent) {
    const { applicationId } = event.currentTarget.dataset as { applicationId: string };
    if (this.data.openingId !== '') return;
    this.setData({ openingId: applicationId, openFailure: null });
    try {
      await whenConfirmed(this, () => openAccount(applicationId));
      const applications = (this.data.applications ?? []).filter(one => one.applicationId !== applicationId);
      this.setData({ applications });
      wx.showToast({ title: '账号已开通', icon: 'none' });
      await this.refresh();
    } catch (error) {
      this.setData({ openFailure: failureOf(error) });
    } finally {
      this.setData({ openingId: '' });
    }
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const { staffId } = event.currentTarget.dataset as { staffId: string };
    if (this.data.isWide) this.setData({ chosenId: staffId });
    else wx.navigateTo({ url: staffRoutes.member(staffId) });
  },
});
