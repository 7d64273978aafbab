import { beijingDay } from '../../../../views/beijing-time';
import type { FailureView } from '../../../../views/failure';
import { whenConfirmed } from '../../confirmation';
import { failureOf } from '../../failure-of';
import { type Me, readMe } from '../../services/me';
import { listMembers, listRoles, type Member, type Role } from '../../services/team';
import type { MemberAction, MemberForm } from '../../views/forms';
import { staffRoutes } from '../../views/staff-routes';
import { type MemberView, memberActionWords, viewMemberDetail } from '../../views/team';
import { act } from './act';

/** Only who may change roles needs their names. */
async function rolesFor({ permissions }: Me): Promise<Role[]> {
  const isNeeded = permissions.has('staff.grant') && permissions.has('roles.read');
  return isNeeded ? (await listRoles()).roles : [];
}

const successorsOf = (members: readonly Member[], staffId: string) =>
  members
    .filter(one => one.state === 'active' && one.staffId !== staffId)
    .map(({ staffId: key, name, department }) => ({ key, name: `${name} · ${department}` }));

/** One member's account with what its reader may do with it. Emits `changed` once something has been done. */
Component({
  properties: {
    staffId: String,
  },
  data: {
    /** Server: null until it is known. */
    member: null as MemberView | null,
    isMissing: false,
    roles: [] as Role[],
    successors: [] as { key: string; name: string }[],
    today: '',
    /** State: what is being asked for; empty while nothing is. */
    action: '' as MemberAction | '',
    isBusy: false,
    failure: null as FailureView | null,
    actFailure: null as FailureView | null,
  },
  observers: {
    staffId() {
      this.setData({ member: null, isMissing: false, action: '', actFailure: null });
      this.refresh();
    },
  },
  methods: {
    async refresh() {
      const { staffId } = this.data;
      if (staffId === '') return;
      try {
        const [members, me] = await Promise.all([listMembers(), readMe()]);
        const roles = await rolesFor(me);
        if (staffId !== this.data.staffId) return;
        const member = members.find(one => one.staffId === staffId);
        const nowMs = Date.now();
        this.setData({
          member: member ? viewMemberDetail(member, me, nowMs) : null,
          isMissing: member === undefined,
          roles,
          successors: successorsOf(members, staffId),
          today: beijingDay(nowMs),
          failure: null,
        });
      } catch (error) {
        if (staffId === this.data.staffId) this.setData({ failure: failureOf(error) });
      }
    },

    onActionPress(event: WechatMiniprogram.CustomEvent) {
      const { action } = event.currentTarget.dataset as { action: MemberAction };
      this.setData({ action, actFailure: null });
    },

    onFormClose() {
      this.setData({ action: '', actFailure: null });
    },

    async onFormSubmit({ detail }: WechatMiniprogram.CustomEvent<MemberForm>) {
      const { action, isBusy, staffId } = this.data;
      if (action === '' || isBusy) return;
      this.setData({ isBusy: true, actFailure: null });
      try {
        const { approvalId } = await whenConfirmed(this, () => act[action](staffId, detail));
        this.setData({ action: '' });
        wx.showToast({ title: memberActionWords[action].done, icon: 'none' });
        if (approvalId !== undefined) wx.navigateTo({ url: staffRoutes.approval(approvalId) });
        await this.refresh();
        this.triggerEvent('changed');
      } catch (error) {
        this.setData({ actFailure: failureOf(error) });
      } finally {
        this.setData({ isBusy: false });
      }
    },
  },
});
