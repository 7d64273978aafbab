import { askBeforeLoss } from '../../../miniprogram/services/ask-before-loss';

const question = { title: '解除绑定？', content: '以后不再记录', confirmText: '解除', cancelText: '保留' };

test.each([
  ['light', true, '#c0362c'],
  ['dark', false, '#f08b82'],
])(
  'in a %s theme the answer %p comes from a dialog whose loss is %s',
  async (theme, confirm, confirmColor) => {
    const showModal = jest.fn(async () => ({ confirm }));
    Object.assign(globalThis, { wx: { showModal, getAppBaseInfo: () => ({ theme }) } });
    expect(await askBeforeLoss(question)).toBe(confirm);
    expect(showModal).toHaveBeenCalledWith({ ...question, confirmColor });
  },
);
