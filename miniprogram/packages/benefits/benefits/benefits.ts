import { furtherRows } from '../../../pages/further-rows';
import { readPage } from '../../../pages/renewed-page';
import {
  type Benefit,
  type BenefitOffers,
  firstBenefits,
  moreBenefits,
  orderBenefit,
  readOffers,
} from '../../../services/benefits';
import { currentBalance } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { thousands } from '../../../views/amounts';
import { viewBalance } from '../../../views/balance';
import {
  type BenefitLine,
  cardsFor,
  type OfferView,
  questionBefore,
  stoppedNote,
  viewBenefit,
  viewOffer,
} from '../../../views/benefits';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNoteOf } from '../../../views/stored-copy';

type Offer = BenefitOffers['offers'][number];

const linesOf = (benefits: readonly Benefit[]): BenefitLine[] =>
  benefits.map(benefit => viewBenefit(benefit, Date.now()));

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until the offers are known. */
    offers: null as OfferView[] | null,
    balance: '',
    stopped: '',
    lines: [] as BenefitLine[],
    nextCursor: '',
    storedNote: '',
    /** State: the offer that is being ordered, empty without one. */
    orderingId: '',
    failure: null as FailureView | null,
    orderFailure: { text: '', code: '' },
    moreFailure: { text: '', code: '' },
  },

  /** What is not drawn. */
  given: null as BenefitOffers | null,
  benefits: [] as Benefit[],

  onShow() {
    void this.refresh();
  },

  ...readPage,
  ...furtherRows,

  async readData() {
    const [offers, balance, page] = await Promise.all([readOffers(), currentBalance(), firstBenefits()]);
    const { total } = viewBalance(balance.data.balance);
    this.given = offers.data;
    this.benefits = page.data.benefits;
    return {
      offers: offers.data.offers.map(offer => viewOffer(offers.data, offer, total)),
      balance: `可用 ${thousands(total)}`,
      stopped: offers.data.spendingGoesOn ? '' : stoppedNote,
      lines: linesOf(this.benefits),
      nextCursor: page.data.nextCursor ?? '',
      storedNote: storedNoteOf([offers, balance, page], Date.now()),
      moreFailure: { text: '', code: '' },
    };
  },

  async readFurther(cursor: string) {
    const page = await moreBenefits(cursor);
    this.benefits = [...this.benefits, ...page.benefits];
    return { lines: linesOf(this.benefits), nextCursor: page.nextCursor ?? '' };
  },

  async onOfferTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { given } = this;
    const offer = given?.offers.find(({ offerId }) => offerId === currentTarget.dataset.offerId);
    if (!given || !offer || this.data.orderingId !== '' || this.data.stopped !== '') return;
    const cards = cardsFor(given, offer);
    if (cards.length === 0) {
      wx.navigateTo({ url: routes.cards });
      return;
    }
    const card = await this.chooseCard(cards);
    if (card) await this.ask(offer, card);
  },

  /** Null when nobody was chosen. */
  async chooseCard(cards: BenefitOffers['cards']) {
    if (cards.length === 1) return cards[0] ?? null;
    try {
      const { tapIndex } = await wx.showActionSheet({
        alertText: '发到哪张卡',
        itemList: cards.slice(0, 6).map(({ label }) => `尾号 ${label}`),
      });
      return cards[tapIndex] ?? null;
    } catch {
      return null;
    }
  },

  async ask(offer: Offer, { bindingId, label }: BenefitOffers['cards'][number]) {
    const { confirm } = await wx.showModal(questionBefore(offer, label));
    if (!confirm) return;
    this.setData({ orderingId: offer.offerId, orderFailure: { text: '', code: '' } });
    try {
      await orderBenefit(offer, bindingId);
      await this.refresh();
      wx.showToast({ title: '已预留，等运营方发放', icon: 'none' });
    } catch (error) {
      this.setData({ orderFailure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ orderingId: '' });
    }
  },
});
