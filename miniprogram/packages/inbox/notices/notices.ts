import { readPage } from '../../../pages/renewed-page';
import { unbinding } from '../../../pages/unbinding';
import { type Binding, listBindings } from '../../../services/bindings';
import { firstNotices, markNoticesRead, moreNotices, type NoticesPage } from '../../../services/inbox';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { type NoticeView, viewNotice } from '../../../views/notices';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until the notices are known. */
    notices: null as NoticeView[] | null,
    nextCursor: null as string | null,
    storedNote: '',
    /** State. */
    isLoadingMore: false,
    removingId: '',
    failure: null as FailureView | null,
  },

  /** The cards that are bound now: only they can be unbound from here. */
  cards: [] as Binding[],

  onShow() {
    this.refresh();
  },

  ...readPage,
  ...unbinding,

  async readData() {
    const [page, bindings] = await Promise.all([firstNotices(), listBindings()]);
    this.cards = bindings.data;
    if (!page.isStored) this.markRead(page.data);
    return {
      notices: this.viewPage(page.data),
      nextCursor: page.data.nextCursor,
      storedNote: storedNote(page, Date.now()),
    };
  },

  viewPage({ notices }: NoticesPage) {
    const nowMs = Date.now();
    return notices.map(notice => viewNotice(notice, this.cards, nowMs));
  },

  /** What has been shown is read. A failure costs nothing: the next visit marks it again. */
  markRead({ notices, unread }: NoticesPage) {
    const latest = notices[0];
    if (latest && unread > 0) markNoticesRead(latest.atMs).catch(() => undefined);
  },

  async onReachBottom() {
    const { nextCursor, notices, isLoadingMore } = this.data;
    if (nextCursor === null || notices === null || isLoadingMore) return;
    this.setData({ isLoadingMore: true });
    try {
      const page = await moreNotices(nextCursor);
      this.setData({ notices: [...notices, ...this.viewPage(page)], nextCursor: page.nextCursor });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isLoadingMore: false });
    }
  },

  onTripTap(event: WechatMiniprogram.TouchEvent) {
    const { tripId } = event.currentTarget.dataset as { tripId: string };
    wx.navigateTo({ url: routes.explain(tripId) });
  },

  onGivingTap() {
    wx.navigateTo({ url: routes.funds });
  },

  onUndoTap(event: WechatMiniprogram.TouchEvent) {
    const { bindingId } = event.currentTarget.dataset as { bindingId: string };
    const content = '解除后，这张卡之后的行程不再记到您的账户。已经入账的积分不变。';
    void this.unbind(bindingId, { title: '不是您绑的卡？', content });
  },
});
