import { serviceErrorOf } from '../../../../services/service-error';
import type { FailureView } from '../../../../views/failure';
import { whenConfirmed } from '../../confirmation';
import { type Approval, type ApprovalAction, readApproval } from '../../services/approvals';
import { type ActionWords, type ApprovalView, actionWords, viewApproval } from '../../views/approvals';
import { viewStaffFailure } from '../../views/staff-failure';
import { act } from './act';

/** What a decision is about, by panel: exactly what was read and is shown. */
const readOf = new WeakMap<object, Approval>();

const failureOf = (error: unknown): FailureView => viewStaffFailure(serviceErrorOf(error), Date.now());

/**
 * One approval with what its reader may do with it: a page on a phone, beside the list in a wide window. Emits `changed`
 * once something has been done.
 */
Component({
  properties: {
    approvalId: String,
  },
  data: {
    /** Server: null until it is known. */
    approval: null as ApprovalView | null,
    /** State: what is being asked for; null while nothing is. */
    action: null as ApprovalAction | null,
    words: null as ActionWords | null,
    isBusy: false,
    failure: null as FailureView | null,
    actFailure: null as FailureView | null,
  },
  observers: {
    approvalId() {
      this.setData({ approval: null, action: null, actFailure: null });
      this.refresh();
    },
  },
  methods: {
    async refresh() {
      const { approvalId } = this.data;
      if (approvalId === '') return;
      try {
        const details = await readApproval(approvalId);
        if (approvalId !== this.data.approvalId) return;
        readOf.set(this, details);
        this.setData({ approval: viewApproval(details, Date.now()), failure: null });
      } catch (error) {
        if (approvalId === this.data.approvalId) this.setData({ failure: failureOf(error) });
      }
    },

    onActionPress(event: WechatMiniprogram.CustomEvent) {
      const { action } = event.currentTarget.dataset as { action: ApprovalAction };
      this.setData({ action, words: actionWords[action], actFailure: null });
    },

    onSheetClose() {
      this.setData({ action: null, actFailure: null });
    },

    async onSheetSubmit({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
      const { action, isBusy, approvalId } = this.data;
      const details = readOf.get(this);
      if (action === null || isBusy || !details) return;
      const read = { approvalId, payloadHash: details.payloadHash };
      this.setData({ isBusy: true, actFailure: null });
      try {
        const failure = await whenConfirmed(this, () => act[action](read, detail.text));
        this.setData({ action: null });
        wx.showToast({ title: failure ?? actionWords[action].done, icon: 'none' });
        await this.refresh();
        this.triggerEvent('changed');
      } catch (error) {
        this.setData({ actFailure: failureOf(error) });
        // Decided or changed meanwhile: what stands behind the sheet is old.
        if (!serviceErrorOf(error).isOutOfReach) this.refresh();
      } finally {
        this.setData({ isBusy: false });
      }
    },
  },
});
