import { dropBindCode, keepBindCode, liveBindCode } from '../../../services/bind-code-copy';
import { type BindCode, createBindCode, listBindings } from '../../../services/bindings';
import { livePage } from '../../../services/live-page';
import { Offering } from '../../../services/offering';
import { session } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type BindCodeView, bindStops, viewBindCode } from '../../../views/bind-code';
import { cardName, newCards } from '../../../views/cards';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { noOffer, viewOffer } from '../../../views/subscriptions';

/** How often the page looks whether the operator has confirmed; nobody at a counter notices less. */
const LOOK_EVERY_MS = 4_000;
const TICK_MS = 1_000;

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    stops: bindStops,
    /** Server: null until there is a code. */
    code: null as BindCodeView | null,
    /** Server: the card that the code has brought; empty until then. */
    boundName: '',
    /** A message that is offered once the card is bound. */
    offer: noOffer,
    /** Server: without consent there is no code to be had. */
    needsConsent: false,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  /** What is not drawn: the code itself, the cards that were there before, and the timers. */
  current: null as BindCode | null,
  knownIds: null as string[] | null,
  tickTimer: 0,
  lookTimer: 0,
  offering: null as Offering | null,

  onShow() {
    this.tickTimer = setInterval(() => this.tick(), TICK_MS);
    this.lookTimer = setInterval(() => this.look(), LOOK_EVERY_MS);
    if (this.data.boundName === '' && this.current === null) this.start();
  },

  onReconnect() {
    if (this.data.failure !== null) this.start();
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

  async start() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, failure: null });
    try {
      const { consent } = await session();
      this.setData({ needsConsent: !consent.given });
      if (!consent.given) return;
      const { data } = await listBindings();
      this.knownIds = data.map(({ bindingId }) => bindingId);
      this.showCode(liveBindCode() ?? (await createBindCode()));
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  showCode(code: BindCode) {
    keepBindCode(code);
    this.current = code;
    this.setData({ code: viewBindCode(code, Date.now()) });
  },

  tick() {
    if (this.current === null || this.data.boundName !== '' || this.data.code?.remaining === '') return;
    const { remaining, remainingPercent } = viewBindCode(this.current, Date.now());
    this.setData({ 'code.remaining': remaining, 'code.remainingPercent': remainingPercent });
  },

  /** Quietly: the next look is seconds away, and what is shown stays right without this one. */
  async look() {
    if (this.current === null || this.knownIds === null || !this.data.code?.remaining) return;
    const bindings = await listBindings().catch(() => null);
    if (bindings === null || bindings.isStored || this.data.boundName !== '') return;
    const [card] = newCards(this.knownIds, bindings.data);
    if (!card) return;
    this.stopTimers();
    dropBindCode();
    this.setData({ boundName: cardName(card.partnerName, card.label) });
    wx.vibrateShort({ type: 'light' }).catch(() => undefined);
    this.offering = new Offering('ride-credited', state => this.setData({ offer: viewOffer(state) }));
    void this.offering.begin();
  },

  onOfferAccept() {
    void this.offering?.accept();
  },

  onOfferRefuse() {
    void this.offering?.refuse();
  },

  async onRefreshPress() {
    dropBindCode();
    await this.start();
  },

  onCopyPress() {
    if (this.current !== null) wx.setClipboardData({ data: this.current.code });
  },

  onConsentPress() {
    wx.navigateTo({ url: routes.consent });
  },

  onCardsPress() {
    wx.redirectTo({ url: routes.cards });
  },

  onHomePress() {
    wx.switchTab({ url: routes.home });
  },
});
