import { rememberCollected } from '../../services/collected-bubbles';
import { livePage } from '../../services/live-page';
import { Offering } from '../../services/offering';
import { storedView, storeView } from '../../services/offline-copy';
import { rememberedOpenTrip } from '../../services/open-trip-memory';
import { ownMemory } from '../../services/proof-memory';
import { QuietLook } from '../../services/quiet-look';
import { renewSession, session } from '../../services/riders';
import { serviceErrorOf } from '../../services/service-error';
import { currentTheme } from '../../services/settings';
import { thousands } from '../../views/amounts';
import { comparisonSource } from '../../views/comparison';
import { exampleTrip } from '../../views/example-trip';
import { viewFailure } from '../../views/failure';
import { leavingText } from '../../views/leaving';
import { ridingText } from '../../views/open-trip';
import { viewSeal } from '../../views/own-seal';
import { routes } from '../../views/routes';
import { noOffer, viewOffer } from '../../views/subscriptions';
import { FLIGHT_MS, measureFlight } from './bubble-flight';
import { type HomeView, hasLostConsent, hasNewBalance, readHome } from './read-home';

/** What happens to a ride on its way to credits. */
const stops = [
  { name: '乘车', explanation: '像平时一样进站、出站，不用打开手机。' },
  { name: '核验', explanation: '运营方为每趟行程签名，同一趟只算一次。' },
  { name: '入账', explanation: '按公开系数算出减排克数，记进账本，一克一分。' },
];

const example = exampleTrip();

/** Under this name the page as it stood the last time is kept. */
const VIEW = 'home';

/** The number rolls once, when the app is opened, and not each time that the page is shown. */
let hasRolled = false;

/** Only a rider's page is kept: a newcomer's next step has to be right, and stored twice would be no fresher. */
function keepRider(home: HomeView): void {
  if (home.state === 'rider' && home.stored === '') storeView(VIEW, { ...home, bubbles: [] });
}

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | HomeView['state'],
    failure: { text: '', code: '' },
    isRetrying: false,
    isRolling: false,
    isSourceShown: false,
    /** All are collected, and the room that they had is closing. */
    areBubblesGone: false,
    /** A message that is offered once the bubbles are collected. */
    offer: noOffer,
    /** What stands there is of the last time, and nothing has been read yet. */
    isOfLastTime: false,
    /** Phone: how far it has checked the account by itself. */
    seal: { text: '', isBroken: false },
    comparisonSource,
    example,
    exampleGrams: thousands(example.grams),
    stops,
    /** Server. */
    home: null as HomeView | null,
    /** Phone: the trip by station codes that is still to be ended; empty without one. */
    riding: '',
    /** Server: that the account is about to be closed; empty when it is not. */
    leaving: '',
  },

  /** A page of yesterday for a moment is better than grey bars; what is read replaces it, or says that it is old. */
  onLoad() {
    const home = storedView<HomeView>(VIEW);
    if (home === null) return;
    hasRolled = true;
    this.setData({ state: home.state, home, isOfLastTime: true });
  },

  /** What is not drawn. */
  isShown: false,
  quietLook: null as QuietLook | null,
  offering: null as Offering | null,

  onShow() {
    this.isShown = true;
    const riding = ridingText(rememberedOpenTrip(Date.now()));
    this.setData({ seal: viewSeal(ownMemory(), Date.now()), riding });
    this.quietLook ??= new QuietLook(() => this.look());
    this.quietLook.begin();
    void this.load();
  },

  onHide() {
    this.isShown = false;
    this.quietLook?.end();
  },

  onReconnect() {
    if (this.data.state === 'failed') this.onRetry();
    else if (this.data.home?.stored !== '') void this.load();
  },

  /** Credits arrive while somebody looks at the page that waits for them: they come without being pulled down. */
  async look() {
    const { home } = this.data;
    if (home === null || home.step !== 'ride' || !(await hasNewBalance(home))) return;
    if (this.isShown) await this.load();
  },

  async onPullDownRefresh() {
    await renewSession().catch(() => {});
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const home = await readHome();
      const isRolling = !hasRolled && home.state === 'rider';
      hasRolled ||= isRolling;
      if (this.isAnotherPage(home)) wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      this.setData({ state: home.state, home, isRolling, isRetrying: false, isOfLastTime: false });
      keepRider(home);
      void this.confirmConsent(home.isReadOnly);
      void this.tellLeaving();
    } catch (error) {
      // What is on the page already is better than an error in its place.
      if (this.data.home !== null && !this.data.isOfLastTime) return;
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)), isRetrying: false });
    }
  },

  /** Somebody who has become a rider, or has the next step before him, begins at the top. */
  isAnotherPage({ state, step }: HomeView): boolean {
    const { home } = this.data;
    return this.isShown && home !== null && (home.state !== state || home.step !== step);
  },

  /** Home may have begun with what the phone remembered; consent can be withdrawn on another phone, too. */
  async confirmConsent(isReadOnly: boolean) {
    if (!isReadOnly && (await hasLostConsent().catch(() => false))) void this.load();
  },

  /** By the sign-in that was asked already: no call more. Out of reach the page does without it. */
  async tellLeaving() {
    const signedIn = await session().catch(() => null);
    const leaving = signedIn === null ? this.data.leaving : leavingText(signedIn.deletion, Date.now());
    if (leaving !== this.data.leaving) this.setData({ leaving });
  },

  onRidingTap() {
    wx.navigateTo({ url: routes.stationTrip });
  },

  onLeavingOpen() {
    wx.navigateTo({ url: routes.closeAccount });
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onStart() {
    const step = this.data.home?.step;
    if (step === 'ride') wx.switchTab({ url: routes.trips });
    else wx.navigateTo({ url: step === 'bind' ? routes.bindCard : routes.consent });
  },

  onConsentTap() {
    wx.navigateTo({ url: routes.consent });
  },

  onBalanceOpen() {
    wx.navigateTo({ url: routes.statement });
  },

  onSealTap() {
    wx.navigateTo({ url: routes.selfProof });
  },

  onOpenLedgerTap() {
    wx.navigateTo({ url: routes.openLedger });
  },

  onWaysTap() {
    wx.navigateTo({ url: routes.ways });
  },

  onGiveTap() {
    wx.navigateTo({ url: routes.funds });
  },

  onTripOpen({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.navigateTo({ url: routes.explain(currentTarget.dataset.tripId as string) });
  },

  onTripsMore() {
    wx.switchTab({ url: routes.trips });
  },

  onSourceTap() {
    this.setData({ isSourceShown: !this.data.isSourceShown });
  },

  onMonthTap() {
    wx.navigateTo({ url: routes.earningMonth(this.data.home?.month.month ?? '') });
  },

  onMilestonesTap() {
    wx.navigateTo({ url: routes.milestones });
  },

  onMethodologyTap() {
    wx.navigateTo({ url: routes.methodology });
  },

  /** A bubble leaves its place empty, so that nothing moves under the thumb; after the last one the room closes. */
  async onBubbleCollect({ currentTarget }: WechatMiniprogram.CustomEvent) {
    const seq = currentTarget.dataset.seq as number;
    rememberCollected(seq);
    const flight = await measureFlight(this, seq);
    const bubbles = (this.data.home?.bubbles ?? []).map(one => (one.seq === seq ? { ...one, flight } : one));
    this.setData({ 'home.bubbles': bubbles });
    if (bubbles.every(one => one.flight !== '')) setTimeout(() => this.closeBubbles(), FLIGHT_MS);
  },

  closeBubbles() {
    this.setData({ areBubblesGone: true });
    setTimeout(() => this.setData({ 'home.bubbles': [], areBubblesGone: false }), FLIGHT_MS);
    // Whoever has just collected credits of a card may like to hear of the next ones.
    if (this.data.home?.step !== 'ride') return;
    this.offering ??= new Offering('ride-credited', state => this.setData({ offer: viewOffer(state) }));
    void this.offering.begin();
  },

  onOfferAccept() {
    void this.offering?.accept();
  },

  onOfferRefuse() {
    void this.offering?.refuse();
  },

  onShareAppMessage() {
    return { title: '坐地铁，把减的碳记下来', path: routes.home };
  },
});
