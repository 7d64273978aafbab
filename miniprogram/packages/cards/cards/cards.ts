import { readPage } from '../../../pages/renewed-page';
import { unbinding } from '../../../pages/unbinding';
import { listBindings } from '../../../services/bindings';
import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { type CardView, removalQuestion, viewCard } from '../../../views/cards';
import type { FailureView } from '../../../views/failure';
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
  ...unbinding,

  async readData() {
    const bindings = await listBindings();
    const nowMs = Date.now();
    const cards = bindings.data.map(binding => viewCard(binding, nowMs));
    return { cards, storedNote: storedNote(bindings, nowMs) };
  },

  onBindPress() {
    wx.navigateTo({ url: routes.bindCard });
  },

  onRemoveTap(event: WechatMiniprogram.TouchEvent) {
    const { bindingId, name } = event.currentTarget.dataset as { bindingId: string; name: string };
    void this.unbind(bindingId, { title: '解除绑定？', content: removalQuestion(name) });
  },
});
