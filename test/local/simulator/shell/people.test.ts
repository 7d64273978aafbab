/** @jest-environment jsdom */
import { enterWorld, forgetPerson } from '../../../../local/simulator/shell/client/people';

const storage = (globalThis as unknown as { localStorage: Storage }).localStorage;
const ELDER = 'simulator:storage:somebody:elder-mode';
const ROOTS = 'simulator:storage:somebody-else:seen-roots';
const DEVICE = 'simulator:device';

beforeEach(() => {
  storage.clear();
  for (const key of [ELDER, ROOTS, DEVICE]) storage.setItem(key, '1');
});
const kept = () => [ELDER, ROOTS, DEVICE].filter(key => storage.getItem(key) !== null);

test('phones of a city keep what they know, and forget it in another one; the desk stays as it is', () => {
  enterWorld('first');
  enterWorld('first');
  expect(kept()).toEqual([ELDER, ROOTS, DEVICE]);
  enterWorld('second');
  expect(kept()).toEqual([DEVICE]);
});

test('nothing is forgotten where nobody knows what city it is', () => {
  enterWorld('first');
  enterWorld('');
  expect(kept()).toEqual([ELDER, ROOTS, DEVICE]);
});

test('one person is forgotten without the other', () => {
  forgetPerson('somebody');
  expect(kept()).toEqual([ROOTS, DEVICE]);
});
