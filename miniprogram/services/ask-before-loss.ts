/** Red as in app.wxss; dialogs are WeChat's own and know no variables. */
const LIGHT_RED = '#c0362c';
const DARK_RED = '#f08b82';

interface Question {
  title: string;
  content: string;
  confirmText: string;
  cancelText: string;
}

/** Asks before something is lost, and says by its colour which answer loses it. Answers whether to go on. */
export async function askBeforeLoss(question: Question): Promise<boolean> {
  const isDark = wx.getAppBaseInfo().theme === 'dark';
  const answer = await wx.showModal({ ...question, confirmColor: isDark ? DARK_RED : LIGHT_RED });
  return answer.confirm;
}
