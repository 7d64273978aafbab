import { listBindings } from '../../services/bindings';
import { countUnread } from '../../services/inbox';
import { currentBalance } from '../../services/ledger';
import { session } from '../../services/riders';
import { serviceErrorOf } from '../../services/service-error';
import { currentTheme, setElderMode } from '../../services/settings';
import { type BalanceView, viewBalance } from '../../views/balance';
import { type FailureView, viewFailure } from '../../views/failure';
import { routes } from '../../views/routes';
import { storedNoteOf } from '../../views/stored-copy';

const { cards, notices, methodology, privacy, about } = routes;
const links = { cards, notices, methodology, privacy, about };

Page({
  data: {
    theme: currentTheme(),
    /** Display: where the rows lead. */
    links,
    /** Server: null or empty until it is known. */
    balance: null as BalanceView | null,
    cards: '',
    unread: '',
    storedNote: '',
    /** Server: the guideline was not agreed to, so only reading is possible. */
    isReadingOnly: false,
    /** State. */
    failure: null as FailureView | null,
  },

  onShow() {
    this.setData({ theme: currentTheme() });
    this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      // Consent and the count have no stored copy: out of reach of the server the page does without them.
      const [balance, bindings, unread, signedIn] = await Promise.all([
        currentBalance(),
        listBindings(),
        countUnread().catch(() => 0),
        session().catch(() => null),
      ]);
      this.setData({
        balance: viewBalance(balance.data.balance),
        cards: `${bindings.data.length} 张`,
        unread: unread === 0 ? '' : `${unread} 条未读`,
        isReadingOnly: signedIn !== null && !signedIn.consent.given,
        storedNote: storedNoteOf([balance, bindings], Date.now()),
        failure: null,
      });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onStatementOpen() {
    wx.navigateTo({ url: routes.statement });
  },

  onConsentPress() {
    wx.navigateTo({ url: routes.consent });
  },

  onElderTap() {
    setElderMode(!this.data.theme.isElder);
    this.setData({ theme: currentTheme() });
  },
});
