import { WxFailure } from '../calling/wx-failure';
import type { WxHost } from '../wx-host';
import { PersonFlags } from './person-flags';

/** What a listener of `wx.onNeedPrivacyAuthorization` answers through `resolve`. */
interface PrivacyAnswer {
  event?: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}

type PrivacyListener = (
  resolve: (answer?: PrivacyAnswer) => void,
  eventInfo: { referrer: string },
) => unknown;

const AGREED = 'privacy:agreed';
/** Source: developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
const NOT_AUTHORIZED = { errno: 104 };

/** Whether this person has agreed to the program's privacy guideline, which WeChat asks before the first private call. */
export class Privacy {
  readonly contractName = '《碳点点小程序隐私保护指引》';
  readonly #flags: PersonFlags;
  #listener: PrivacyListener | null = null;

  constructor(readonly host: WxHost) {
    this.#flags = new PersonFlags(host.window.localStorage, host.shell.openid);
  }

  get needsAuthorization(): boolean {
    return this.#flags.get(AGREED) !== true;
  }

  /** The button with `open-type="agreePrivacyAuthorization"` was tapped, or the official window's button. */
  agree(): void {
    this.#flags.set(AGREED, true);
  }

  /** `wx.onNeedPrivacyAuthorization`: the last listener wins, and the program shows a window of its own. */
  listen(listener: unknown): void {
    if (typeof listener === 'function') this.#listener = listener as PrivacyListener;
  }

  /** @throws WxFailure when the person does not agree */
  async require(referrer: string): Promise<void> {
    if (!this.needsAuthorization) return;
    const agreed =
      this.#listener === null ? await this.#official() : await this.#ask(this.#listener, referrer);
    if (!agreed) throw new WxFailure('privacy permission is not authorized', NOT_AUTHORIZED);
    this.agree();
  }

  #official(): Promise<boolean> {
    return this.host.shell.dialogs.privacy(this.contractName);
  }

  #ask(listener: PrivacyListener, referrer: string): Promise<boolean> {
    return new Promise(resolve => {
      const answer = (given?: PrivacyAnswer): void => {
        // A window that was only shown has not been answered yet.
        if (given?.event !== 'exposureAuthorization') resolve(given?.event === 'agree');
      };
      listener(answer, { referrer });
    });
  }
}
