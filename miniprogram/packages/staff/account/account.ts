import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
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
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { isWideWidth, isWideWindow } from '../wide-window';

const noFailure = { text: '', code: '' };
const failureOf = (error: unknown) => viewStaffFailure(serviceErrorOf(error), Date.now());

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Form. */
    asked: '',
    problem: '',
    /** State: `idle` before the first search. */
    state: 'idle' as 'idle' | 'loading' | 'failed' | 'nobody' | 'found',
    failure: noFailure,
    /** Server. */
    account: null as AccountView | null,
    mayCredit: false,
    lines: [] as LineView[],
    linesState: 'loading' as 'loading' | 'failed' | 'ready',
    linesFailure: noFailure,
    hasMore: false,
    moreFailure: noFailure,
    /** State: asking for bonus. */
    isAsking: false,
    isBusy: false,
    askFailure: noFailure,
  },

  uid: '',
  entries: [] as EntryLine[],
  cursor: null as string | null,
  isReadingMore: false,
  /** Answers for an account that is no longer looked at are dropped. */
  round: 0,

  onLoad({ accountId = '' }: { accountId?: string }) {
    if (accountId === '') return;
    this.setData({ asked: decodeURIComponent(accountId) });
    void this.find();
  },

  onResize({ size }: { size: { windowWidth: number } }) {
    this.setData({ isWide: isWideWidth(size.windowWidth) });
  },

  onReconnect() {
    if (this.data.state === 'failed') void this.find();
  },

  async onReachBottom() {
    if (this.data.hasMore && this.data.moreFailure.text === '') await this.readMore();
  },

  onAsked({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ asked: detail.value, problem: '' });
  },

  async find() {
    const asked = cleanAccount(this.data.asked);
    const problem = accountProblem(asked);
    this.setData({ problem });
    if (problem !== '' || this.data.state === 'loading') return;
    this.round += 1;
    const { round } = this;
    this.setData({ state: 'loading', failure: noFailure, account: null, lines: [] });
    try {
      const [account, me] = await Promise.all([findAccount(asked), readMe()]);
      if (round !== this.round) return;
      if (account === null) return this.setData({ state: 'nobody' });
      this.uid = account.uid ?? '';
      const mayCredit = me.permissions.has('books.credit') && this.uid !== '' && !account.isClosed;
      this.setData({ state: 'found', account: viewAccount(account, Date.now()), mayCredit });
      await this.readLines();
    } catch (error) {
      if (round === this.round) this.setData({ state: 'failed', failure: failureOf(error) });
    }
  },

  async readLines() {
    const { account } = this.data;
    const { round } = this;
    if (account === null) return;
    this.setData({ linesState: 'loading', linesFailure: noFailure });
    try {
      const page = await accountEntries(account.accountId, null);
      if (round === this.round) this.show(page.entries, page.nextCursor);
    } catch (error) {
      if (round === this.round) this.setData({ linesState: 'failed', linesFailure: failureOf(error) });
    }
  },

  show(entries: EntryLine[], nextCursor: string | null) {
    this.entries = entries;
    this.cursor = nextCursor;
    this.setData({
      linesState: 'ready',
      lines: viewLines(entries, Date.now()),
      hasMore: nextCursor !== null,
      moreFailure: noFailure,
    });
  },

  async readMore() {
    const { account } = this.data;
    const { round } = this;
    if (account === null || this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      const page = await accountEntries(account.accountId, this.cursor);
      if (round === this.round) this.show([...this.entries, ...page.entries], page.nextCursor);
    } catch (error) {
      if (round === this.round) this.setData({ moreFailure: failureOf(error) });
    } finally {
      this.isReadingMore = false;
    }
  },

  onRetryMore() {
    this.setData({ moreFailure: noFailure });
    void this.readMore();
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
