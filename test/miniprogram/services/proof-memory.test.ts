import { forgetCopies } from '../../../miniprogram/services/offline-copy';
import {
  keepOwnMemory,
  ownMemory,
  rememberRoots,
  seenRoots,
  watchingSinceMs,
} from '../../../miniprogram/services/proof-memory';
import { installFakeWx } from './fake-wx';

beforeEach(() => void installFakeWx());

test('of each day the root that was seen first is kept, whatever is shown later', () => {
  expect([seenRoots(), watchingSinceMs()]).toEqual([{}, null]);
  rememberRoots([{ day: '2026-11-19', root: 'a' }]);
  const sinceMs = watchingSinceMs();
  expect(sinceMs).toEqual(expect.any(Number));
  rememberRoots([
    { day: '2026-11-19', root: 'forged' },
    { day: '2026-11-20', root: 'b' },
  ]);
  expect(seenRoots()).toEqual({ '2026-11-19': 'a', '2026-11-20': 'b' });
  expect(watchingSinceMs()).toBe(sinceMs);
});

test('with the stored copies goes what was checked of one’s own account, and not what everybody knows', () => {
  const memory = {
    account: 'user:a',
    checkedAtMs: 1,
    isSound: true,
    sealedUpTo: '2026-11-20',
    seq: 2,
    head: 'h',
    days: {},
  };
  expect(ownMemory()).toBeNull();
  keepOwnMemory(memory);
  rememberRoots([{ day: '2026-11-19', root: 'a' }]);
  expect(ownMemory()).toEqual(memory);
  forgetCopies();
  expect(ownMemory()).toBeNull();
  expect(seenRoots()).toEqual({ '2026-11-19': 'a' });
});
