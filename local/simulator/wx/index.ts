/**
 * The `wx` object of the simulator. Invariants:
 * - every call answers in WeChat's manner: callbacks or a promise, later than it returns, with errMsg `name:ok` or
 *   `name:fail …`; a failure is a plain object;
 * - a call that WeChat has and the simulator lacks is named on the screen and in the console, and never ends the page;
 * - storage and permissions belong to a person, the clipboard to the machine;
 * - nothing reaches the network but `wx.cloud`, through the network that the side panel plays.
 */
export type { AppEvents } from './app/app-events';
export { createWx, type SimulatedWx } from './create-wx';
export { OPEN_TYPE_CALL } from './open/open-type';
export type { EnterOptions, WxHost, WxOptions, WxRouter } from './wx-host';
