import { readPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { session } from '../../../services/riders';
import { ServiceError } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import {
  type AskedAnswer,
  askFor,
  readSubscriptions,
  type Subscription,
  stopMessages,
} from '../../../services/subscriptions';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { answerText, NOT_ASKED, type ReminderView, viewReminder } from '../../../views/subscriptions';

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until it is known; what is left is never told from a stored copy, since sends use it up. */
    reminders: null as ReminderView[] | null,
    /** Server: the guideline comes first. */
    needsGuideline: false,
    /** State. */
    said: '',
    isOff: false,
    isBusy: false,
    failure: null as FailureView | null,
  },

  /** What WeChat's window needs at once in a tap. */
  messages: [] as Subscription[],

  onShow() {
    void this.refresh();
  },

  ...readPage,

  async readData() {
    const [messages, signedIn] = await Promise.all([readSubscriptions(), session().catch(() => null)]);
    const needsGuideline = signedIn !== null && !signedIn.consent.given;
    this.show(messages);
    return { needsGuideline };
  },

  show(messages: Subscription[]) {
    this.messages = messages;
    this.setData({ reminders: messages.map(viewReminder) });
  },

  messageOf({ currentTarget }: WechatMiniprogram.CustomEvent): Subscription | undefined {
    return this.messages.find(({ key }) => key === currentTarget.dataset.key);
  },

  async onAskPress(event: WechatMiniprogram.CustomEvent) {
    const message = this.messageOf(event);
    if (message === undefined) return;
    await this.busily(async () => {
      const answer: AskedAnswer = await askFor(message);
      this.setData({ said: answerText(message.key, answer), isOff: answer === 'off' });
      this.show(await readSubscriptions());
    });
  },

  async onStopTap(event: WechatMiniprogram.CustomEvent) {
    const message = this.messageOf(event);
    if (message === undefined) return;
    await this.busily(async () => {
      this.show(await stopMessages(message));
      this.setData({ said: '已经停止，剩下的次数不再使用。', isOff: false });
    });
  },

  async busily(work: () => Promise<void>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, said: '', failure: null });
    try {
      await work();
    } catch (error) {
      if (error instanceof ServiceError) this.setData({ failure: viewFailure(error) });
      else this.setData({ said: NOT_ASKED });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  async onSettingPress() {
    await wx.openSetting({ withSubscriptions: true });
    this.setData({ said: '', isOff: false });
  },

  onGuidelinePress() {
    wx.navigateTo({ url: routes.consent });
  },
});
