import { makeCalls } from '../calling/make-call';
import { textsOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost, WxOptions } from '../wx-host';
import { tellAllowed } from './tell-allowed';

/** Source: developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
const MOST_TEMPLATES = 5;
const TOO_MANY = 20003;
const MAIN_SWITCH_OFF = 20004;

const anonymous = {
  nickName: '微信用户',
  avatarUrl: '',
  gender: 0,
  country: '',
  province: '',
  city: '',
  language: '',
};

/** Who the person is to WeChat, and what WeChat asks on the program's behalf. */
export function loginCalls(host: WxHost): Record<string, unknown> {
  const profile = () => ({ userInfo: anonymous, rawData: JSON.stringify(anonymous) });
  return makeCalls({
    login: () => ({ code: `simulator-${host.shell.openid}-${host.shell.nowMs()}` }),
    checkSession: () => undefined,
    // Since 2022 programs are told no names: everybody is an anonymous user.
    getUserInfo: profile,
    getUserProfile: profile,
    requestSubscribeMessage: options => subscribe(host, options),
  });
}

async function subscribe(host: WxHost, options: WxOptions): Promise<object> {
  const { shell, window } = host;
  const templateIds = textsOf(options, 'tmplIds');
  if (templateIds.length > MOST_TEMPLATES)
    throw new WxFailure('Templates count out of max bounds', { errCode: TOO_MANY });
  // A browser forgets a tap after some seconds, as WeChat does.
  if (window.navigator.userActivation?.isActive === false)
    throw new WxFailure('can only be invoked by user TAP gesture.');
  const answers = await shell.dialogs.subscribe(templateIds);
  if (answers === null) throw new WxFailure('The main switch is switched off', { errCode: MAIN_SWITCH_OFF });
  await tellAllowed(
    host,
    templateIds.filter(id => answers[id] === 'accept'),
  );
  return answers;
}
