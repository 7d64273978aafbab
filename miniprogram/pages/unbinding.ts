import { askBeforeLoss } from '../services/ask-before-loss';
import { removeBinding } from '../services/bindings';
import { serviceErrorOf } from '../services/service-error';
import { viewFailure } from '../views/failure';

interface UnbindingPage {
  data: {
    /** The card that is being unbound; empty without one. */
    removingId: string;
  };
  setData(change: object): void;
  refresh(): Promise<void>;
}

/** Of a page on which a card can be unbound. */
export const unbinding = {
  async unbind(
    this: UnbindingPage,
    bindingId: string,
    question: { title: string; content: string },
  ): Promise<void> {
    if (this.data.removingId !== '') return;
    this.setData({ removingId: bindingId });
    try {
      if (!(await askBeforeLoss({ ...question, confirmText: '解除', cancelText: '保留' }))) return;
      await removeBinding(bindingId);
      wx.showToast({ title: '已解除绑定', icon: 'none' });
      await this.refresh();
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ removingId: '' });
    }
  },
};
