import { dark } from './dark';

/**
 * The placeholder is an element of its own, because pages give it a class; the browser's own one only serves screen
 * readers. It weighs nothing, so that the page's class wins, and begins where what is written will. Colours and sizes are
 * WeChat's.
 */
export const textFieldStyle = (tag: string): string => `
  ${tag} { display: block; position: relative; overflow: hidden; height: auto; cursor: auto; text-align: start }
  ${tag} .wx-text-field {
    display: block; width: 100%; height: 100%; min-height: inherit; margin: 0; padding: 0; border: 0; outline: none; resize: none;
    background: none; color: inherit; font: inherit; line-height: inherit; text-align: inherit; letter-spacing: inherit;
    opacity: 1; -webkit-text-fill-color: currentcolor; border-radius: 0; box-sizing: border-box;
  }
  ${tag} .wx-text-field::placeholder { color: transparent; -webkit-text-fill-color: transparent }
  :where(${tag} .wx-text-placeholder) {
    position: absolute; left: 0; right: 0; padding-right: inherit; padding-left: inherit; box-sizing: border-box; pointer-events: none; overflow: hidden; color: rgba(0, 0, 0, 0.5);
    text-overflow: clip; text-align: inherit;
  }
  ${dark(`:where(${tag} .wx-text-placeholder) { color: rgba(255, 255, 255, 0.5) }`)}`;
