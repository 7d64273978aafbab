/** The phone that the simulator plays: a WeChat and a base library of the time at which the typings were written. */
export const WECHAT_VERSION = '8.0.56';
export const SDK_VERSION = '3.8.0';
export const SYSTEM = 'iOS 17.0';
export const MODEL = 'iPhone 14';
/** WeChat's usual text size, against which `fontSizeScaleFactor` is measured. */
export const USUAL_FONT_SIZE = 16;
