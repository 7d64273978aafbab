import { listBindings } from '../../services/bindings';
import { countUnread } from '../../services/inbox';
import { currentBalance } from '../../services/ledger';
import { livePage } from '../../services/live-page';
import { ifInReach } from '../../services/offline-copy';
import { session } from '../../services/riders';
import { currentTheme, setElderMode } from '../../services/settings';
import { isKnownStaff } from '../../services/staff-memory';
import { readSubscriptions } from '../../services/subscriptions';
import { type BalanceView, viewBalance } from '../../views/balance';
import { expiringSoon } from '../../views/expiring';
import type { FailureView } from '../../views/failure';
import { leavingText } from '../../views/leaving';
import { routes } from '../../views/routes';
import { storedNoteOf } from '../../views/stored-copy';
import { leftOfAll } from '../../views/subscriptions';
import { readPage } from '../renewed-page';

const rows = [
  'ways',
  'milestones',
  'cards',
  'notices',
  'reminders',
  'benefits',
  'funds',
  'methodology',
  'openLedger',
  'selfProof',
  'provenance',
  'privacy',
  'about',
  'staff',
] as const;
const links = Object.fromEntries(rows.map(row => [row, routes[row]]));

/** As much of somebody's id as customer service needs to find him, and short enough to read out. */
const NUMBER_LENGTH = 8;

livePage({
  data: {
    theme: currentTheme(),
    /** Display: where the rows lead. */
    links,
    /** Server: null or empty until it is known. */
    balance: null as BalanceView | null,
    cards: '',
    unread: '',
    /** Server: how many messages WeChat may still bring. */
    reminders: '',
    expiring: '',
    storedNote: '',
    /** Server: what somebody reads out to customer service; empty until it is known. */
    number: '',
    /** Phone: the way to the console is for those who have been there. */
    isStaff: false,
    /** Server: the guideline was not agreed to, so only reading is possible. */
    isReadingOnly: false,
    /** Server: that the account is about to be closed; empty when it is not. */
    leaving: '',
    /** State. */
    failure: null as FailureView | null,
  },

  onShow() {
    this.setData({ isStaff: isKnownStaff() });
    this.refresh();
  },

  ...readPage,

  async readData() {
    // Consent and the count have no stored copy, cards perhaps: out of reach of the server the page does without them.
    const [balance, bindings, unread, subscriptions, signedIn] = await Promise.all([
      currentBalance(),
      ifInReach(listBindings()),
      countUnread().catch(() => 0),
      readSubscriptions().catch(() => []),
      session().catch(() => null),
    ]);
    return {
      balance: viewBalance(balance.data.balance),
      cards: bindings === null ? this.data.cards : `${bindings.data.length} 张`,
      unread: unread === 0 ? '' : `${unread} 条未读`,
      reminders: leftOfAll(subscriptions),
      expiring: expiringSoon(balance.data.balance, Date.now()),
      number: signedIn === null ? this.data.number : signedIn.uid.slice(0, NUMBER_LENGTH),
      leaving: signedIn === null ? this.data.leaving : leavingText(signedIn.deletion, Date.now()),
      isReadingOnly: signedIn !== null && !signedIn.consent.given,
      storedNote: storedNoteOf(bindings === null ? [balance] : [balance, bindings], Date.now()),
    };
  },

  onStatementOpen() {
    wx.navigateTo({ url: routes.statement });
  },

  onClosingOpen() {
    wx.navigateTo({ url: routes.closeAccount });
  },

  onConsentPress() {
    wx.navigateTo({ url: routes.consent });
  },

  onNumberTap() {
    wx.setClipboardData({ data: this.data.number });
  },

  onElderTap() {
    setElderMode(!this.data.theme.isElder);
    this.setData({ theme: currentTheme() });
  },
});
