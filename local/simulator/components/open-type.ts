import type { BuiltInInstance } from './built-in';
import { asRecord } from './property';
import { shareFromButton } from './share-from-button';

/** The simulator's own call behind a button with an open-type; it asks people in the dialogs around the phone. */
const ABILITY = 'simulator:openType';

/** Open types that end in an event, and its name. */
const events: Record<string, string> = {
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  chooseAvatar: 'chooseavatar',
  getPhoneNumber: 'getphonenumber',
  getRealtimePhoneNumber: 'getrealtimephonenumber',
  openSetting: 'opensetting',
  contact: 'contact',
  getUserInfo: 'getuserinfo',
  launchApp: 'launchapp',
  liveActivity: 'createliveactivity',
};

/** WeChat says nothing when people put these dialogs away. */
const silentWhenDenied = ['chooseAvatar', 'contact', 'openSetting'];

/** @param openType several may be joined: `getPhoneNumber|agreePrivacyAuthorization` */
export async function openByType(button: BuiltInInstance, openType: string): Promise<void> {
  // Consent comes first: the other half asks for what it allows.
  const names = openType.split('|').sort(name => (name === 'agreePrivacyAuthorization' ? -1 : 1));
  for (const name of names) {
    if (name === 'share') await shareFromButton(button);
    else if (name === 'feedback')
      await button.wx.showToast?.({ title: '手机上这里打开意见反馈', icon: 'none' });
    else if (events[name] !== undefined) await openAbility(button, name, events[name]);
  }
}

async function openAbility(button: BuiltInInstance, openType: string, event: string): Promise<void> {
  try {
    const answer = await button.wx[ABILITY]?.({ openType });
    button.triggerEvent(event, { ...detailsOf(openType), ...asRecord(answer), errMsg: `${openType}:ok` });
  } catch (failure) {
    if (silentWhenDenied.includes(openType)) return;
    const { errno, errMsg } = asRecord(failure);
    const reason = String(errMsg ?? 'fail').replace(/^.*?:?fail/, 'fail');
    button.triggerEvent(event, { errMsg: `${openType}:${reason}`, errno });
  }
}

/** Since 2022 WeChat answers everybody with the same grey person. */
function detailsOf(openType: string): object {
  if (openType !== 'getUserInfo') return {};
  const userInfo = {
    nickName: '微信用户',
    avatarUrl: '',
    gender: 0,
    country: '',
    province: '',
    city: '',
    language: '',
  };
  return { userInfo, rawData: JSON.stringify(userInfo) };
}
