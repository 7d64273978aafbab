import { furtherRows } from '../../../pages/further-rows';
import { readPage } from '../../../pages/renewed-page';
import { type Donation, firstDonations, moreDonations, readGiving } from '../../../services/giving';
import { currentBalance } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { thousands } from '../../../views/amounts';
import { type BalanceView, viewBalance } from '../../../views/balance';
import { expiringSoon } from '../../../views/expiring';
import { type FailureView, viewFailure } from '../../../views/failure';
import {
  type DonationLine,
  type FundView,
  type HeldDonationView,
  stoppedNote,
  viewDonation,
  viewFund,
  viewHeld,
} from '../../../views/giving';
import { routes } from '../../../views/routes';
import { storedNoteOf } from '../../../views/stored-copy';
import { takeBack } from '../take-back';

const TICK_MS = 1_000;

/** How often the page looks what has become of a donation whose time to think again is over. */
const LOOK_EVERY_MS = 20_000;

const isHeld = ({ state }: Donation): boolean => state === 'held';

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until the funds are known. */
    funds: null as FundView[] | null,
    stopped: '',
    balance: { text: '', expiring: '', debt: '' },
    /** Server: what can still be taken back, and what has ended. */
    held: [] as HeldDonationView[],
    lines: [] as DonationLine[],
    nextCursor: '',
    storedNote: '',
    /** State: the donation that is on its way back, empty without one. */
    returningId: '',
    failure: null as FailureView | null,
    moreFailure: { text: '', code: '' },
  },

  /** What is not drawn. */
  donations: [] as Donation[],
  tickTimer: 0,
  lookTimer: 0,

  onShow() {
    this.tickTimer = setInterval(() => this.tick(), TICK_MS);
    this.lookTimer = setInterval(() => this.look(), LOOK_EVERY_MS);
    void this.refresh();
  },

  onHide() {
    this.stopTimers();
  },

  onUnload() {
    this.stopTimers();
  },

  stopTimers() {
    clearInterval(this.tickTimer);
    clearInterval(this.lookTimer);
  },

  ...readPage,
  ...furtherRows,

  async readData() {
    const [giving, balance, page] = await Promise.all([readGiving(), currentBalance(), firstDonations()]);
    this.donations = page.data.donations;
    return {
      funds: giving.data.funds.map(viewFund),
      stopped: giving.data.givingGoesOn ? '' : stoppedNote,
      balance: this.viewOwn(balance.data.balance),
      ...this.viewDonations(),
      nextCursor: page.data.nextCursor ?? '',
      storedNote: storedNoteOf([giving, balance, page], Date.now()),
      moreFailure: { text: '', code: '' },
    };
  },

  viewOwn(balance: Parameters<typeof viewBalance>[0]) {
    const { total, debt }: BalanceView = viewBalance(balance);
    return { text: `可捐 ${thousands(total)}`, expiring: expiringSoon(balance, Date.now()), debt };
  },

  viewDonations() {
    const nowMs = Date.now();
    return {
      held: this.donations.filter(isHeld).map(donation => viewHeld(donation, nowMs)),
      lines: this.donations
        .filter(donation => !isHeld(donation))
        .map(donation => viewDonation(donation, nowMs)),
    };
  },

  tick() {
    if (this.data.held.length > 0) this.setData({ held: this.viewDonations().held });
  },

  look() {
    if (this.data.held.some(({ remaining }) => remaining === '')) void this.refresh();
  },

  async readFurther(cursor: string) {
    const page = await moreDonations(cursor);
    this.donations = [...this.donations, ...page.donations];
    return { ...this.viewDonations(), nextCursor: page.nextCursor ?? '' };
  },

  onFundTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: routes.donation(currentTarget.dataset.fundId as string) });
  },

  async onBack({ currentTarget }: WechatMiniprogram.CustomEvent) {
    const donationId = currentTarget.dataset.donationId as string;
    if (this.data.returningId !== '') return;
    this.setData({ returningId: donationId });
    try {
      await takeBack(donationId);
      await this.refresh();
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ returningId: '' });
    }
  },
});
