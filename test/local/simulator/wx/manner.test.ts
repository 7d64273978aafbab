/** @jest-environment jsdom */
import { callOf, openFrame } from './test-host';

beforeEach(() => localStorage.clear());

test('without callbacks a call answers a promise with errMsg', async () => {
  const frame = openFrame();
  await expect(callOf(frame, 'setNavigationBarTitle')({ title: '行程' })).resolves.toEqual({
    errMsg: 'setNavigationBarTitle:ok',
  });
  expect(frame.bar).toEqual({ title: '行程' });
});

test('with a callback a call returns nothing, answers later, and calls success before complete', async () => {
  const order: string[] = [];
  await new Promise<void>(done => {
    const returned = callOf(
      openFrame(),
      'getNetworkType',
    )({
      success: (answer: object) => order.push(`success ${JSON.stringify(answer)}`),
      fail: () => order.push('fail'),
      complete: () => {
        order.push('complete');
        done();
      },
    });
    expect(returned).toBeUndefined();
    order.push('returned');
  });
  expect(order).toEqual([
    'returned',
    'success {"networkType":"wifi","signalStrength":4,"hasSystemProxy":false,"errMsg":"getNetworkType:ok"}',
    'complete',
  ]);
});

test('a failure is a plain object, given to fail and complete alike', async () => {
  const frame = openFrame();
  const failure = { errMsg: 'request:fail url not in domain list', errno: 600002 };
  const told = await new Promise(complete => {
    callOf(frame, 'request')({ url: 'https://example.com', complete });
  });
  expect(told).toEqual(failure);
  expect(told).not.toBeInstanceOf(Error);
  await expect(callOf(frame, 'request')({ url: 'https://example.com' })).rejects.toEqual(failure);
});

test.each([
  ['setStorage', {}, 'setStorage:fail parameter error: parameter.key should be String instead of Undefined;'],
  [
    'showToast',
    { title: 3 },
    'showToast:fail parameter error: parameter.title should be String instead of Number;',
  ],
  [
    'showActionSheet',
    { itemList: [] },
    'showActionSheet:fail parameter error: parameter.itemList should have at least 1 item;',
  ],
  [
    'setTabBarBadge',
    { text: '1' },
    'setTabBarBadge:fail parameter error: parameter.index should be Number instead of Undefined;',
  ],
  [
    'showModal',
    { confirmText: '确定要这样做' },
    'showModal:fail confirmText length should not larger than 4 Chinese characters',
  ],
])('%s with %j fails in WeChat’s words', async (name, options, errMsg) => {
  await expect(callOf(openFrame(), name)(options)).rejects.toEqual({ errMsg });
});

test('a call that WeChat has and the simulator lacks is named and fails, and does not throw', async () => {
  const frame = openFrame();
  await expect(callOf(frame, 'startBeaconDiscovery')({})).rejects.toEqual({
    errMsg: 'startBeaconDiscovery:fail the simulator does not have this call',
  });
  expect(frame.problems).toEqual([
    { kind: 'wx', name: 'wx.startBeaconDiscovery', message: '模拟器还没有这个接口' },
  ]);
});

test('what a missing call would have made can be used without end', () => {
  const frame = openFrame();
  const audio = callOf(frame, 'createInnerAudioContext')() as {
    play(): void;
    src: string;
    onEnded(f: () => void): void;
  };
  audio.src = 'a.mp3';
  audio.play();
  audio.onEnded(() => undefined);
  expect(frame.problems.map(({ name }) => name)).toEqual(['wx.createInnerAudioContext']);
});

test('a name that WeChat does not know is undefined, and canIUse tells what there is', () => {
  const { wx } = openFrame();
  expect(wx.makeCoffee).toBeUndefined();
  const asked = [
    'getLocation.success.latitude',
    'startBeaconDiscovery',
    'button.open-type.chooseAvatar',
    'makeCoffee',
  ];
  expect(asked.map(schema => wx.canIUse?.(schema))).toEqual([true, false, true, false]);
});

test('calls of the runtime win over the ones here', () => {
  const createSelectorQuery = (): string => 'the runtime’s';
  const { wx } = openFrame({ host: { own: { createSelectorQuery } } });
  expect(wx.createSelectorQuery?.()).toBe('the runtime’s');
});

test('there are about ninety calls', () => {
  expect(Object.keys(openFrame().wx).length).toBeGreaterThan(90);
});
