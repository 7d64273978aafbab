import { setDefaultRole } from './accessibility';
import { defineBuiltIn } from './built-in';
import { dark } from './dark';
import { hover } from './hover';
import { anything, asNumber, asText, number, text } from './property';

/** Which call on `wx` an open-type stands for. */
const calls: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
};

export const navigator = defineBuiltIn({
  tag: 'navigator',
  properties: {
    target: text('self'),
    url: text(),
    openType: text('navigate'),
    delta: number(1),
    appId: text(),
    path: text(),
    extraData: anything(),
    version: text('release'),
    shortLink: text(),
    hoverClass: text('navigator-hover'),
    hoverStayTime: number(600),
  },
  style: `
    wx-navigator { display: block; height: auto; width: auto; cursor: pointer }
    wx-navigator[wx-hover='navigator-hover'] { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7 }
    ${dark("wx-navigator[wx-hover='navigator-hover'] { background-color: rgba(255, 255, 255, 0.1) }")}`,
  traits: [hover],
  listeners: { tap: 'go' },
  methods: {
    async go(): Promise<void> {
      const { data } = this;
      const elsewhere = data.target === 'miniProgram' && data.openType !== 'exit';
      const name = elsewhere ? 'navigateToMiniProgram' : (calls[asText(data.openType)] ?? 'navigateTo');
      const { url, appId, path, extraData, shortLink } = data;
      const options = elsewhere
        ? { appId, path, extraData, shortLink }
        : { url, delta: asNumber(data.delta, 1) };
      try {
        this.triggerEvent('success', await this.wx[name]?.(options));
      } catch (failure) {
        this.triggerEvent('fail', failure);
      }
      this.triggerEvent('complete', {});
    },
  },
  attached() {
    setDefaultRole(this.host, 'link');
  },
});
