import type { Browser } from 'playwright-core';
import { measurePage } from '../../../local/audit/measure-page';
import type { Measurement } from '../../../local/audit/measurement';
import { openBrowser } from '../../../local/simulator/open-browser';
import { startSimulator } from '../../../local/simulator/server/start-simulator';
import { onePage, removeFolders } from '../simulator/temporary-app';

/** A page with one fault of each kind that can be seen in a browser. */
const faulty = onePage({
  'pages/a/a.wxml': `<view class="deep">
    <view class="small" bindtap="go" aria-role="button" aria-label="小">去</view>
    <view class="large" bindtap="go" aria-role="button" aria-label="大">来</view>
    <view class="faint">淡</view>
    <view class="dim"><view>半</view></view>
    <view class="clear">清楚</view>
    <view class="wide">{{words}}</view>
  </view>`,
  'pages/a/a.wxss': `.small { width: 30px; height: 44px; } .large { width: 44px; height: 44px; }
    .faint { color: #999; background: #fff; } .dim { opacity: 0.4; } .clear { color: #555; } .wide { width: 500px; }`,
  'pages/a/a.js': `Page({
    data: { words: '' },
    onLoad() { this.setData({ words: '一二' }); setTimeout(() => { throw new Error('boom'); }, 0); },
    go() {},
  });`,
});

let browser: Browser;
let measured: Measurement;

beforeAll(async () => {
  browser = await openBrowser();
  const simulator = await startSimulator({ appFolder: faulty, port: 0 });
  const person = { person: 'anybody', openid: 'anybody', isFirstEver: false };
  const visit = { page: 'pages/a/a', address: '/pages/a/a', ...person };
  measured = await measurePage(browser, simulator.url, visit);
  await simulator.stop();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

test('setData is counted with its bytes', () => {
  expect(measured.setData).toEqual([{ atMs: expect.any(Number), bytes: '{"words":"一二"}'.length + 4 }]);
});

test('only what is smaller than a thumb is named', () => {
  expect(measured.smallTargets).toEqual(['小 30×44']);
});

test('only faint text is named, with the opacity of what is around it', () => {
  expect(measured.faintTexts.filter(text => text.endsWith('light'))).toEqual([
    expect.stringMatching(/^淡 2\.8/),
    expect.stringMatching(/^半 2\./),
  ]);
});

test('nodes, depth, width and errors are those of the page', () => {
  expect(measured.nodes).toBeGreaterThanOrEqual(8);
  expect(measured.mostChildren).toBe(6);
  expect(measured.overflowPx).toBeGreaterThan(100);
  expect(measured.scriptErrors.join()).toContain('boom');
  expect(measured.networkErrors).toEqual([]);
});
