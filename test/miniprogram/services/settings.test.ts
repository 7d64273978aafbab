import { currentTheme, isElderMode, setElderMode } from '../../../miniprogram/services/settings';
import { type FakeWx, installFakeWx } from './fake-wx';

let phone: FakeWx;
beforeEach(() => {
  phone = installFakeWx();
});

test('elder mode is off at first, and remembered', () => {
  expect(isElderMode()).toBe(false);
  setElderMode(true);
  expect(isElderMode()).toBe(true);
  expect(currentTheme()).toEqual({ className: 'elder', style: '--scale: 1.35', isElder: true });
  setElderMode(false);
  expect(currentTheme()).toEqual({ className: '', style: '--scale: 1', isElder: false });
});

test.each([
  [15, 1],
  [17, 1],
  [20, 1.18],
  [30, 1.6],
])("WeChat's font size %d scales text by %d", (fontSizeSetting, scale) => {
  phone.fontSizeSetting = fontSizeSetting;
  expect(currentTheme().style).toBe(`--scale: ${scale}`);
});
