import { hygieneProblems } from '../../../local/check/steps/hygiene';

/** The bad examples are put together here, so that this file is clean itself. */
const joined = (...parts: string[]) => parts.join('');

test.each([
  [joined('https://reg', 'istry.example.com/left-pad'), /host of a package registry/],
  [joined('//np', 'm.example.com/'), /host of a package registry/],
  [joined('"reso', 'lved": "https://example.com/a.tgz"'), /pins the host/],
  [joined('const data = "/ho', 'me/someone/data"'), /path of one machine/],
  [joined('see /wo', 'rk/main/notes'), /path of one machine/],
  [joined('"/Us', 'ers/someone/data"'), /path of one machine/],
  [joined('C:\\Us', 'ers\\someone'), /path of one machine/],
  [joined('// TO', 'DO: later'), /unfinished work/],
  [joined('// @ts-', 'ignore'), /type check off/],
])('%s is found', (text, problem) => {
  const [found, ...more] = hygieneProblems(new Map([['local/a.ts', `first line\n${text}\n`]]));
  expect(found).toMatch(/^local\/a\.ts:2 /);
  expect(found).toMatch(problem);
  expect(more).toEqual([]);
});

test.each([
  'https://docs.cloudbase.net/cloud-function/limits',
  'import { work } from "./work/main";',
  'the home/someone page, and /partner/v1/rides',
  'https://developers.weixin.qq.com/miniprogram/dev/npm.html',
])('%s is fine', text => {
  expect(hygieneProblems(new Map([['local/a.ts', text]]))).toEqual([]);
});
