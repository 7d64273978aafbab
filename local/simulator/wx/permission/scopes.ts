import { WxFailure } from '../calling/wx-failure';
import type { WxHost } from '../wx-host';
import { PersonFlags } from './person-flags';

/** What WeChat's window says for each scope. */
const descriptions: Record<string, string> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.userLocationBackground': '在使用期间和离开后获取你的位置信息',
  'scope.werun': '获取你的微信运动步数',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.camera': '使用你的摄像头',
  'scope.record': '使用你的麦克风',
  'scope.bluetooth': '使用你的蓝牙',
  'scope.addPhoneContact': '添加到你的通讯录',
  'scope.addPhoneCalendar': '添加到你的日历',
};

/** What a person has allowed this program; each scope is asked once, then only the settings page changes it. */
export class Scopes {
  readonly #flags: PersonFlags;

  constructor(readonly host: WxHost) {
    this.#flags = new PersonFlags(host.window.localStorage, host.shell.openid);
  }

  /** As `authSetting` has them: only the ones that were asked. */
  asked(): Record<string, boolean> {
    return Object.fromEntries(Object.entries(this.#flags.all()).filter(([name]) => name in descriptions));
  }

  /** @throws WxFailure when it is refused, now or before */
  async require(scope: string): Promise<void> {
    const description = descriptions[scope];
    // Scopes that WeChat gave up, such as scope.userInfo, are always granted.
    if (description === undefined) return;
    if (this.#flags.get(scope) === undefined)
      this.#flags.set(scope, await this.host.shell.dialogs.authorize({ scope, description }));
    if (this.#flags.get(scope) !== true) throw new WxFailure('auth deny', { errno: 103 });
  }

  /** @returns the scopes as they are after the person has left the settings page */
  async openSettings(): Promise<Record<string, boolean>> {
    const changed = await this.host.shell.dialogs.settings(this.asked());
    for (const [scope, allowed] of Object.entries(changed)) this.#flags.set(scope, allowed);
    return this.asked();
  }
}
