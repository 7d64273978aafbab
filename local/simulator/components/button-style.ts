import { dark } from './dark';

/** `:where` adds no weight, so that the rules weigh what they weigh on a phone. The app's root bears the style it asked for. */
const second = (selector: string): string => `:where([wx-style='v2']) ${selector}`;

const common = `
  wx-button {
    display: block; position: relative; box-sizing: border-box; margin-left: auto; margin-right: auto; overflow: hidden;
    text-align: center; text-decoration: none; cursor: pointer; user-select: none;
  }
  wx-button[size='mini'] { display: inline-block }
  wx-button[disabled] { cursor: default }
  wx-button[wx-hover='button-hover'] { background-image: linear-gradient(rgba(0, 0, 0, 0.1), rgba(0, 0, 0, 0.1)) }
  .wx-button-loading {
    display: inline-block; width: 18px; height: 18px; margin-right: 6px; box-sizing: border-box; border-radius: 50%;
    border: 2px solid currentColor; border-right-color: transparent; vertical-align: middle;
    animation: wx-button-loading 1s linear infinite;
  }
  @keyframes wx-button-loading { to { transform: rotate(360deg) } }`;

/** Without `"style": "v2"` in app.json: as wide as its place, with a hairline around it. */
const firstStyle = `
  wx-button { padding: 0 14px; border-radius: 5px; color: #000000; background-color: #f8f8f8; font-size: 18px; line-height: 2.55555556 }
  wx-button::after {
    content: ''; position: absolute; top: 0; left: 0; width: 200%; height: 200%; box-sizing: border-box; pointer-events: none;
    border: 1px solid rgba(0, 0, 0, 0.2); border-radius: 10px; transform: scale(0.5); transform-origin: 0 0;
  }
  wx-button[size='mini'] { padding: 0 1.34em; font-size: 13px; line-height: 2.3 }
  wx-button[type='primary'] { color: #ffffff; background-color: #1aad19 }
  wx-button[type='warn'] { color: #ffffff; background-color: #e64340 }
  wx-button[plain] { border: 1px solid #353535; color: #353535; background-color: transparent }
  wx-button[plain]::after { border-width: 0 }
  wx-button[plain][type='primary'] { border-color: #1aad19; color: #1aad19 }
  wx-button[plain][type='warn'] { border-color: #e64340; color: #e64340 }
  wx-button[disabled] { color: rgba(0, 0, 0, 0.3) }
  wx-button[disabled][type='primary'], wx-button[disabled][type='warn'] { color: rgba(255, 255, 255, 0.6) }`;

/** With `"style": "v2"`: note the width of 184px, which no single class overrides. */
const secondStyle = `
  ${second('wx-button')} {
    padding: 8px 24px; border-radius: 4px; color: #06ae56; background-color: #f2f2f2; font-size: 17px; font-weight: 700;
    line-height: 1.41176471;
  }
  ${second('wx-button::after')} { border-width: 0 }
  ${second("wx-button:not([size='mini'])")} { width: 184px }
  ${second("wx-button[size='mini']")} { padding: 0 0.75em; font-size: 16px; line-height: 2 }
  ${second("wx-button[type='primary']")} { color: #ffffff; background-color: #07c160 }
  ${second("wx-button[type='warn']")} { color: #fa5151; background-color: #f2f2f2 }
  ${second('wx-button[plain]')} { color: #353535; background-color: transparent }
  ${second("wx-button[plain][type='primary']")} { border-color: #07c160; color: #07c160 }
  ${second("wx-button[plain][type='warn']")} { border-color: #fa5151; color: #fa5151 }
  ${second('wx-button[disabled]')} { color: rgba(0, 0, 0, 0.18) }
  ${second("wx-button[disabled][type='primary']")} { color: rgba(255, 255, 255, 0.6) }`;

const darkStyle = dark(`
  ${second('wx-button')} { background-color: rgba(255, 255, 255, 0.1) }
  ${second("wx-button[type='primary']")} { background-color: #07c160 }
  ${second("wx-button[type='warn']")} { background-color: rgba(255, 255, 255, 0.1) }
  ${second('wx-button[plain]')} { border-color: rgba(255, 255, 255, 0.5); color: rgba(255, 255, 255, 0.6); background-color: transparent }
  ${second("wx-button[plain][type='primary']")} { border-color: #07c160; color: #07c160 }
  ${second("wx-button[plain][type='warn']")} { border-color: #fa5151; color: #fa5151 }
  ${second('wx-button[disabled]')} { color: rgba(255, 255, 255, 0.2) }`);

export const buttonStyle = common + firstStyle + secondStyle + darkStyle;
