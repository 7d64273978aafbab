import { dark } from './dark';

/** Sizes and colours of WeChat's second style (`"style": "v2"`): note the width of 184px, which no single class overrides. */
export const buttonStyle = `
  wx-button {
    display: block; position: relative; box-sizing: border-box; margin-left: auto; margin-right: auto;
    padding: 8px 24px; overflow: hidden; border-radius: 4px; color: #06ae56; background-color: #f2f2f2;
    font-size: 17px; font-weight: 700; line-height: 1.41176471; text-align: center; text-decoration: none;
    cursor: pointer; user-select: none;
  }
  wx-button:not([size='mini']) { width: 184px }
  wx-button[size='mini'] { display: inline-block; padding: 0 0.75em; font-size: 16px; line-height: 2 }
  wx-button[type='primary'] { color: #ffffff; background-color: #07c160 }
  wx-button[type='warn'] { color: #fa5151 }
  wx-button[plain] { border: 1px solid #353535; color: #353535; background-color: transparent }
  wx-button[plain][type='primary'] { border-color: #07c160; color: #07c160 }
  wx-button[plain][type='warn'] { border-color: #fa5151 }
  wx-button[disabled] { color: rgba(0, 0, 0, 0.18); cursor: default }
  wx-button[disabled][type='primary'] { color: rgba(255, 255, 255, 0.6) }
  wx-button[wx-hover='button-hover'] { background-image: linear-gradient(rgba(0, 0, 0, 0.1), rgba(0, 0, 0, 0.1)) }
  .wx-button-loading {
    display: inline-block; width: 18px; height: 18px; margin-right: 6px; box-sizing: border-box; border-radius: 50%;
    border: 2px solid currentColor; border-right-color: transparent; vertical-align: middle;
    animation: wx-button-loading 1s linear infinite;
  }
  @keyframes wx-button-loading { to { transform: rotate(360deg) } }
  ${dark(`
    wx-button { color: #06ae56; background-color: rgba(255, 255, 255, 0.1) }
    wx-button[type='primary'] { color: #ffffff; background-color: #07c160 }
    wx-button[type='warn'] { color: #fa5151 }
    wx-button[plain] { border-color: rgba(255, 255, 255, 0.5); color: rgba(255, 255, 255, 0.6); background-color: transparent }
    wx-button[disabled] { color: rgba(255, 255, 255, 0.2) }
  `)}`;
