import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { listedPage, noRows } from '../listed-page';
import {
  accountEntries,
  type CreditRequest,
  type EntryLine,
  findAccount,
  requestCredit,
} from '../services/books';
import { readMe } from '../services/me';
import {
  type AccountView,
  accountProblem,
  cleanAccount,
  type LineView,
  viewAccount,
  viewLines,
} from '../views/books';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

const noFailure = { text: '', code: '' };
livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Form. */
    asked: '',
    problem: '',
    /** State: `idle` before the first search. */
    state: 'idle' as 'idle' | 'loading' | 'failed' | 'nobody' | 'found',
    findFailure: noFailure,
    /** Server. */
    account: null as AccountView | null,
    mayCredit: false,
    /** Server: the account's entries. */
    ...noRows,
    rows: null as LineView[] | null,
    /** State: asking for bonus. */
    isAsking: false,
    isBusy: false,
    askFailure: noFailure,
  },

  uid: '',

  ...listedPage,
  ...widePage,

  onLoad({ accountId = '' }: { accountId?: string }) {
    if (accountId === '') return;
    this.setData({ asked: decodeURIComponent(accountId) });
    void this.find();
  },

  onReconnect() {
    if (this.data.state === 'failed') void this.find();
  },

  onAsked({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ asked: detail.value, problem: '' });
  },

  async find() {
    const asked = cleanAccount(this.data.asked);
    const problem = accountProblem(asked);
    this.setData({ problem });
    if (problem !== '' || this.data.state === 'loading') return;
    this.leaveRows({ state: 'loading', account: null });
    try {
      const [account, me] = await Promise.all([findAccount(asked), readMe()]);
      if (account === null) return this.setData({ state: 'nobody' });
      this.uid = account.uid ?? '';
      const mayCredit = me.permissions.has('books.credit') && this.uid !== '' && !account.isClosed;
      this.setData({ state: 'found', account: viewAccount(account, Date.now()), mayCredit });
    } catch (error) {
      return this.setData({ state: 'failed', findFailure: failureOf(error) });
    }
    await this.refresh();
  },

  async readItems(cursor: string | null) {
    const { entries, nextCursor } = await accountEntries(this.data.account?.accountId ?? '', cursor);
    return { items: entries, nextCursor };
  },

  viewRows(entries: EntryLine[]): LineView[] {
    return viewLines(entries, Date.now());
  },

  onLineTap(event: WechatMiniprogram.TouchEvent) {
    const { key } = event.currentTarget.dataset as { key: string };
    wx.navigateTo({ url: staffRoutes.entry(key) });
  },

  onCreditPress() {
    this.setData({ isAsking: true, askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ isAsking: false });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<Omit<CreditRequest, 'uid'>>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const request = { uid: this.uid, ...detail };
      const { approvalId } = await whenConfirmed(this, () => requestCredit(request));
      this.selectComponent('#credit').clear();
      this.setData({ isAsking: false, 'account.pendingApprovalId': approvalId });
      wx.navigateTo({ url: staffRoutes.approval(approvalId) });
    } catch (error) {
      this.setData({ askFailure: failureOf(error) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  onApprovalTap() {
    const { account } = this.data;
    if (account) wx.navigateTo({ url: staffRoutes.approval(account.pendingApprovalId) });
  },
});
