import { makeCall, type WxCall } from '../calling/make-call';
import { textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { Privacy } from '../permission/privacy';
import type { Scopes } from '../permission/scopes';
import type { WxHost } from '../wx-host';

/** Name of the call on `wx`; a phone has nothing of that name, and no program asks for it. */
export const OPEN_TYPE_CALL = 'simulator:openType';

/**
 * What a button with an `open-type` does beyond WeChat's calls: `wx['simulator:openType']({ openType })` answers the
 * detail of the button's own event, and fails as that event would.
 */
export function openTypeCall(host: WxHost, privacy: Privacy, scopes: Scopes): WxCall {
  return makeCall(OPEN_TYPE_CALL, async options => {
    const openType = textOf(options, 'openType');
    const ability = abilities[openType];
    return ability === undefined ? {} : ability(host, privacy, scopes);
  });
}

type Ability = (host: WxHost, privacy: Privacy, scopes: Scopes) => Promise<object> | object;

const abilities: Record<string, Ability> = {
  agreePrivacyAuthorization: (_, privacy) => privacy.agree() ?? {},
  chooseAvatar,
  chooseNickname,
  getPhoneNumber: phoneNumber,
  getRealtimePhoneNumber: phoneNumber,
  openSetting: async (_host, _privacy, scopes) => ({ authSetting: await scopes.openSettings() }),
  contact: async ({ shell }) => {
    shell.dialogs.toast({
      title: '手机上这里打开客服会话',
      icon: 'none',
      image: '',
      durationMs: 1500,
      mask: false,
    });
    return { path: '', query: {} };
  },
};

async function chooseAvatar({ shell }: WxHost, privacy: Privacy): Promise<object> {
  await privacy.require('chooseAvatar');
  const avatarUrl = await shell.dialogs.chooseAvatar();
  if (avatarUrl === null) throw new WxFailure('cancel');
  return { avatarUrl };
}

async function chooseNickname({ shell }: WxHost, privacy: Privacy): Promise<object> {
  await privacy.require('nickname');
  return { nickname: (await shell.dialogs.chooseNickname()) ?? '' };
}

async function phoneNumber({ shell }: WxHost, privacy: Privacy): Promise<object> {
  await privacy.require('getPhoneNumber');
  if (!(await shell.dialogs.phoneNumber())) throw new WxFailure('user deny');
  return { code: `simulator-phone-${shell.openid}`, cloudID: 'simulator-phone' };
}
