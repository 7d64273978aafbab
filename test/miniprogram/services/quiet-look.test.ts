import { QuietLook } from '../../../miniprogram/services/quiet-look';

const SECOND_MS = 1_000;

let looks: number;
let quietLook: QuietLook;

beforeEach(() => {
  jest.useFakeTimers();
  looks = 0;
  quietLook = new QuietLook(async () => {
    looks += 1;
  });
});
afterEach(() => jest.useRealTimers());

test('looks every ten seconds for two minutes, then once a minute', async () => {
  quietLook.begin();
  await jest.advanceTimersByTimeAsync(120 * SECOND_MS);
  expect(looks).toBe(12);
  await jest.advanceTimersByTimeAsync(180 * SECOND_MS);
  expect(looks).toBe(15);
});

test('rests once it is ended, and begins anew', async () => {
  quietLook.begin();
  await jest.advanceTimersByTimeAsync(300 * SECOND_MS);
  quietLook.end();
  looks = 0;
  await jest.advanceTimersByTimeAsync(300 * SECOND_MS);
  expect(looks).toBe(0);
  quietLook.begin();
  await jest.advanceTimersByTimeAsync(30 * SECOND_MS);
  expect(looks).toBe(3);
});

test('waits for a look that takes long, and one that is answered after the end plans no other', async () => {
  let answer = () => {};
  const slow = new QuietLook(() => {
    looks += 1;
    return new Promise(resolve => {
      answer = resolve;
    });
  });
  slow.begin();
  await jest.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect(looks).toBe(1);
  slow.end();
  answer();
  await jest.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect(looks).toBe(1);
});
