import { rememberCollected } from '../../services/collected-bubbles';
import { storedView, storeView } from '../../services/offline-copy';
import { renewSession } from '../../services/riders';
import { serviceErrorOf } from '../../services/service-error';
import { currentTheme } from '../../services/settings';
import { thousands } from '../../views/amounts';
import { comparisonSource } from '../../views/comparison';
import { exampleTrip } from '../../views/example-trip';
import { viewFailure } from '../../views/failure';
import { routes } from '../../views/routes';
import { type HomeView, hasLostConsent, readHome } from './read-home';

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

Page({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | HomeView['state'],
    failure: { text: '', code: '' },
    isRetrying: false,
    isRolling: false,
    isSourceShown: false,
    /** What stands there is of the last time, and nothing has been read yet. */
    isOfLastTime: false,
    comparisonSource,
    example,
    exampleGrams: thousands(example.grams),
    stops,
    /** Server. */
    home: null as HomeView | null,
  },

  /** A page of yesterday for a moment is better than grey bars; what is read replaces it, or says that it is old. */
  onLoad() {
    const home = storedView<HomeView>(VIEW);
    if (home === null) return;
    hasRolled = true;
    this.setData({ state: home.state, home, isOfLastTime: true });
  },

  onShow() {
    const theme = currentTheme();
    if (theme.style !== this.data.theme.style || theme.className !== this.data.theme.className) {
      this.setData({ theme });
    }
    void this.load();
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
      this.setData({ state: home.state, home, isRolling, isRetrying: false, isOfLastTime: false });
      keepRider(home);
      void this.confirmConsent(home.isReadOnly);
    } catch (error) {
      // What is on the page already is better than an error in its place.
      if (this.data.home !== null && !this.data.isOfLastTime) return;
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)), isRetrying: false });
    }
  },

  /** Home may have begun with what the phone remembered; consent can be withdrawn on another phone, too. */
  async confirmConsent(isReadOnly: boolean) {
    if (!isReadOnly && (await hasLostConsent().catch(() => false))) void this.load();
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

  onTripOpen({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.navigateTo({ url: routes.explain(currentTarget.dataset.tripId as string) });
  },

  onTripsMore() {
    wx.switchTab({ url: routes.trips });
  },

  onSourceTap() {
    this.setData({ isSourceShown: !this.data.isSourceShown });
  },

  onMethodologyTap() {
    wx.navigateTo({ url: routes.methodology });
  },

  onBubbleCollect({ currentTarget }: WechatMiniprogram.CustomEvent) {
    const seq = currentTarget.dataset.seq as number;
    rememberCollected(seq);
    const left = this.data.home?.bubbles.filter(bubble => bubble.seq !== seq) ?? [];
    this.setData({ 'home.bubbles': left });
  },

  onShareAppMessage() {
    return { title: '坐地铁，把减的碳记下来', path: routes.home };
  },
});
