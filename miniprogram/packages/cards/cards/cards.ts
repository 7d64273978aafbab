import { readPage } from '../../../pages/renewed-page';
import { askBeforeLoss } from '../../../services/ask-before-loss';
import { listBindings, removeBinding } from '../../../services/bindings';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type CardView, removalQuestion, viewCard } from '../../../views/cards';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';

livePage({
  data: {
    theme: currentTheme(),
    /** Display: where the row leads. */
    benefits: routes.benefits,
    /** Server: null until the cards are known. */
    cards: null as CardView[] | null,
    storedNote: '',
    /** State: the card that is being unbound, empty without one. */
    removingId: '',
    failure: null as FailureView | null,
  },

  onShow() {
    this.refresh();
  },

  ...readPage,

  async readData() {
    const bindings = await listBindings();
    const nowMs = Date.now();
    const cards = bindings.data.map(binding => viewCard(binding, nowMs));
    return { cards, storedNote: storedNote(bindings, nowMs) };
  },

  onBindPress() {
    wx.navigateTo({ url: routes.bindCard });
  },

  async onRemoveTap(event: WechatMiniprogram.TouchEvent) {
    const { bindingId, name } = event.currentTarget.dataset as { bindingId: string; name: string };
    if (this.data.removingId !== '') return;
    this.setData({ removingId: bindingId });
    try {
      const isSure = await askBeforeLoss({
        title: '解除绑定？',
        content: removalQuestion(name),
        confirmText: '解除',
        cancelText: '保留',
      });
      if (!isSure) return;
      await removeBinding(bindingId);
      wx.showToast({ title: '已解除绑定', icon: 'none' });
      await this.refresh();
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ removingId: '' });
    }
  },
});
