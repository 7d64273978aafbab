import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { readEntry, requestReversal } from '../services/books';
import { readMe } from '../services/me';
import { type EntryView, viewBookEntry } from '../views/book-entry';
import { staffRoutes } from '../views/staff-routes';

const noFailure = { text: '', code: '' };
livePage({
  data: {
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: noFailure,
    isRetrying: false,
    /** Server, and what this device has computed of it. */
    entry: null as EntryView | null,
    mayReverse: false,
    /** State: asking for it to be taken back. */
    isAsking: false,
    isBusy: false,
    askFailure: noFailure,
  },

  entryKey: '',

  onLoad({ entryKey = '' }: { entryKey?: string }) {
    this.entryKey = decodeURIComponent(entryKey);
    void this.load();
  },

  onReconnect() {
    if (this.data.state === 'failed') void this.load();
  },

  async load() {
    try {
      const [found, me] = await Promise.all([readEntry(this.entryKey), readMe()]);
      const entry = viewBookEntry(found);
      this.setData({ state: 'ready', entry, mayReverse: me.permissions.has('books.reverse') });
    } catch (error) {
      this.setData({ state: 'failed', failure: failureOf(error) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onAccountTap() {
    const { entry } = this.data;
    if (entry) wx.navigateTo({ url: staffRoutes.account(entry.accountId) });
  },

  onReversalTap() {
    const { entry } = this.data;
    if (entry) wx.navigateTo({ url: staffRoutes.entry(entry.reversalKey) });
  },

  onApprovalTap() {
    const { entry } = this.data;
    if (entry) wx.navigateTo({ url: staffRoutes.approval(entry.pendingApprovalId) });
  },

  onReversePress() {
    this.setData({ isAsking: true, askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ isAsking: false });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const { approvalId } = await whenConfirmed(this, () => requestReversal(this.entryKey, detail.text));
      this.setData({ isAsking: false, 'entry.pendingApprovalId': approvalId });
      wx.navigateTo({ url: staffRoutes.approval(approvalId) });
    } catch (error) {
      this.setData({ askFailure: failureOf(error) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
