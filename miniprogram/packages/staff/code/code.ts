import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { backToDesk } from '../back-to-desk';
import { failureOf } from '../failure-of';
import { activateCode, beginCode } from '../services/desk';
import { type SecretKeyView, viewSecretKey } from '../views/secret-key';
import { viewStaffFailure } from '../views/staff-failure';

const stops = [
  { name: '装一个验证器', explanation: '手机自带的密码管理，或任何支持 TOTP 的验证器都行。' },
  { name: '加入下面的密钥', explanation: '在电脑上看到这页就用验证器扫；在同一部手机上就复制密钥。' },
  { name: '输入验证器显示的 6 位数字', explanation: '对上之后，动态码就启用了。' },
];

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    stops,
    /** Server: null until there is a secret. It is shown once and stored nowhere. */
    key: null as SecretKeyView | null,
    /** Form. */
    code: '',
    problem: '',
    /** State. */
    isBusy: false,
    isActive: false,
    failure: null as FailureView | null,
  },

  secret: '',

  onLoad() {
    this.begin();
  },

  async begin() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, failure: null });
    try {
      const begun = await beginCode();
      this.secret = begun.secret;
      this.setData({ key: viewSecretKey(begun) });
    } catch (error) {
      const failure = serviceErrorOf(error);
      // Codes that are in force are not replaced from here: whoever holds the phone for a minute could do so.
      if (failure.code === 'FORBIDDEN') this.setData({ isActive: true });
      else this.setData({ failure: viewStaffFailure(failure, Date.now()) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  onCopyPress() {
    wx.setClipboardData({ data: this.secret });
  },

  onCodeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: detail.value, problem: '' });
  },

  async onSubmit() {
    const { code, isBusy } = this.data;
    if (isBusy) return;
    if (!/^\d{6}$/.test(code)) return this.setData({ problem: '动态码是 6 位数字' });
    this.setData({ isBusy: true, problem: '' });
    try {
      await activateCode(code);
      this.setData({ isActive: true });
    } catch (error) {
      this.setData({ problem: failureOf(error).text });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  onDonePress() {
    backToDesk();
  },
});
