/** @jest-environment jsdom */
import { callOf, openFrame } from './test-host';

beforeEach(() => localStorage.clear());

test.each([
  [{ confirm: true, content: '阿明' }, true, { confirm: true, cancel: false, content: '阿明' }],
  [{ confirm: true, content: '' }, false, { confirm: true, cancel: false, content: null }],
  [{ confirm: false, content: '阿明' }, true, { confirm: false, cancel: true, content: null }],
])('a modal that is answered with %j, editable: %s', async (answer, editable, told) => {
  const frame = openFrame({ answers: { modal: async () => answer } });
  await expect(callOf(frame, 'showModal')({ title: '名字', editable })).resolves.toEqual({
    ...told,
    errMsg: 'showModal:ok',
  });
});

test('an action sheet tells which item, or fails with cancel', async () => {
  const frame = openFrame({ answers: { actionSheet: async ({ items }) => (items.length === 2 ? 1 : null) } });
  await expect(callOf(frame, 'showActionSheet')({ itemList: ['看', '删'] })).resolves.toMatchObject({
    tapIndex: 1,
  });
  await expect(callOf(frame, 'showActionSheet')({ itemList: ['看'] })).rejects.toEqual({
    errMsg: 'showActionSheet:fail cancel',
  });
});

test('a badge of more than four characters shows three dots', async () => {
  const frame = openFrame();
  await callOf(frame, 'setTabBarBadge')({ index: 2, text: '12345' });
  expect(frame.seen).toEqual([['tabBar.changeItem', 2, { badge: '…', dot: false }]]);
});

test('only black and white are colours of the bar’s front', async () => {
  const frame = openFrame();
  const call = callOf(frame, 'setNavigationBarColor');
  await expect(call({ frontColor: '#0a7a4c', backgroundColor: '#fff' })).rejects.toMatchObject({
    errMsg: 'setNavigationBarColor:fail invalid frontColor "#0a7a4c"',
  });
  await call({ frontColor: '#ffffff', backgroundColor: '#0a7a4c' });
  expect(frame.bar).toEqual({ front: '#ffffff', background: '#0a7a4c' });
});

test('the panel’s theme, font size and network are what the app is told', () => {
  const frame = openFrame();
  const told: unknown[] = [];
  callOf(frame, 'onThemeChange')((event: object) => told.push(event));
  callOf(frame, 'onNetworkStatusChange')((event: object) => told.push(event));
  frame.change({ theme: 'dark', fontSize: 20 });
  frame.change({ network: 'none' });
  expect(told).toEqual([{ theme: 'dark' }, { isConnected: false, networkType: 'none' }]);
  expect(callOf(frame, 'getAppBaseInfo')()).toMatchObject({
    theme: 'dark',
    fontSizeSetting: 20,
    fontSizeScaleFactor: 1.25,
  });
});

test('a listener that was taken away hears nothing more', () => {
  const frame = openFrame();
  const listener = jest.fn();
  callOf(frame, 'onError')(listener);
  frame.events.error('first');
  callOf(frame, 'offError')(listener);
  frame.events.error('second');
  expect(listener.mock.calls).toEqual([['first']]);
});

test('the capsule lies where pages with a bar of their own expect it', () => {
  expect(callOf(openFrame(), 'getMenuButtonBoundingClientRect')()).toEqual({
    width: 87,
    height: 32,
    top: 51,
    right: 383,
    bottom: 83,
    left: 296,
  });
});

test('what is copied can be pasted, after the guideline', async () => {
  const frame = openFrame({ answers: { privacy: async () => true } });
  await callOf(frame, 'setClipboardData')({ data: 'K7PM2QXA' });
  await expect(callOf(frame, 'getClipboardData')()).resolves.toMatchObject({ data: 'K7PM2QXA' });
  expect(frame.seen[0]).toEqual(['dialogs.toast', expect.objectContaining({ title: '内容已复制' })]);
});

test('an animation is exported as steps, and the next export begins anew', () => {
  interface Animation {
    translateX(x: number): Animation;
    opacity(value: number): Animation;
    width(value: number): Animation;
    step(timing?: object): Animation;
    export(): { actions: unknown[] };
  }
  const animation = callOf(openFrame(), 'createAnimation')({ duration: 200 }) as Animation;
  animation.translateX(10).opacity(0.5).step().width(20).step({ delay: 100 });
  expect(animation.export().actions).toEqual([
    {
      animates: [
        { type: 'translateX', args: [10] },
        { type: 'style', args: ['opacity', 0.5] },
      ],
      option: {
        transformOrigin: '50% 50% 0',
        transition: { duration: 200, timingFunction: 'linear', delay: 0 },
      },
    },
    {
      animates: [{ type: 'style', args: ['width', '20px'] }],
      option: {
        transformOrigin: '50% 50% 0',
        transition: { duration: 200, timingFunction: 'linear', delay: 100 },
      },
    },
  ]);
  expect(animation.export().actions).toEqual([]);
});
