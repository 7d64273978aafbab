import {
  type PastedRequest,
  problemsOfRequest,
  requestOf,
  viewChecked,
  viewTrial,
} from '../../../../miniprogram/packages/staff/views/partner-trial';
import { viewCase, viewWaiting } from '../../../../miniprogram/packages/staff/views/reports';

const NOW_MS = Date.parse('2026-11-22T10:00:00+08:00');
const HOUR_MS = 3_600_000;

const waiting = {
  reportId: 'r1',
  mode: 'metro',
  day: '2026-11-21',
  madeAtMs: NOW_MS - HOUR_MS,
  check: 'pass' as const,
  alike: 0,
  isAppeal: false,
  decidedBefore: false,
};

test.each([
  [{}, ''],
  [{ check: 'review' as const }, '平台建议细看'],
  [{ alike: 2, decidedBefore: true }, '与 2 张截图相似 · 你审过，要由同事复核'],
])('a declared trip in the list says what asks for a closer look: %#', (change, warning) => {
  const view = viewWaiting({ ...waiting, ...change }, NOW_MS);
  expect(view).toMatchObject({ title: '地铁 · 昨天', detail: '提交于 今天 09:00', warning });
  expect(view.label).toBe(['地铁 · 昨天', '提交于 今天 09:00', warning].filter(Boolean).join('，'));
});

const given = {
  reportId: 'r1',
  rider: '7k3f',
  state: 'waiting',
  claim: {
    mode: 'metro',
    from: '布吉',
    to: '福田',
    fromMs: NOW_MS - 3 * HOUR_MS,
    toMs: NOW_MS - 2 * HOUR_MS,
    statedMetres: null,
    note: '',
  },
  networkMetres: null,
  kilometresAnHour: 18,
  month: { made: 4, refused: 3, limit: 10 },
  check: 'review',
  credits: 260,
  picture: null,
  alike: [
    { isSameRider: false, madeAtMs: NOW_MS, claim: null, picture: null },
    { isSameRider: true, madeAtMs: NOW_MS, claim: { from: '罗湖', to: '国贸' }, picture: 'https://p' },
  ],
  decisions: [],
  appealWords: null,
  hindrance: null,
} as unknown as Parameters<typeof viewCase>[0];

test('what the rider says stands beside what is known, and what does not fit is marked', () => {
  const { said, known, alike, hindrance } = viewCase(given, NOW_MS);
  expect(said.map(({ name }) => name)).toEqual(['方式', '起点', '终点', '时间']);
  expect(said[3]).toMatchObject({ value: '今天 07:00–08:00' });
  expect(known.filter(({ isOdd }) => isOdd).map(({ name }) => name)).toEqual(['本月申报', '图片检查']);
  expect(known[0]).toMatchObject({ name: '线路最短', value: '没有线路数据' });
  expect(alike.map(({ title }) => title)).toEqual([
    '另一会员，申报已删除',
    '同一会员 今天 10:00：罗湖 → 国贸',
  ]);
  expect(hindrance).toBe('');
});

test.each([
  ['own', '这是你自己的申报'],
  ['decided-before', '另一位同事复核'],
  ['closed', '已经有结果'],
] as const)('who cannot decide is told why: %s', (hindrance, words) => {
  expect(viewCase({ ...given, hindrance }, NOW_MS).hindrance).toContain(words);
});

test('a step of the sandbox says when it was passed, or what to do for it', () => {
  const { steps, requests } = viewTrial(
    {
      steps: [
        { step: 'signed', passedAtMs: NOW_MS },
        { step: 'day', passedAtMs: null },
      ],
      requests: [
        { atMs: NOW_MS, route: 'rides', outcome: 'ok', accepted: 1_200, rejected: ['TOO_OLD'] },
        { atMs: NOW_MS, route: 'rides', outcome: 'SIGNATURE_WRONG', accepted: null, rejected: [] },
        { atMs: NOW_MS, route: 'bindings', outcome: 'ok', accepted: null, rejected: [] },
      ],
    },
    NOW_MS,
  );
  expect(steps.map(({ label }) => label)).toEqual([
    '签名通过，今天 10:00 通过',
    '按天对账，还没有：GET 或 POST days',
  ]);
  expect(requests.map(({ outcome, isGood }) => [outcome, isGood])).toEqual([
    ['可收 1,200 条，退回原因 TOO_OLD', false],
    ['被退回：SIGNATURE_WRONG', false],
    ['通过', true],
  ]);
});

const pasted: PastedRequest = {
  method: 'PUT',
  path: ' /partner/v1/rides ',
  timestamp: ' ',
  nonce: 'n',
  signature: 's',
  body: ' {} ',
};

test('what is missing of a pasted request is said by field; its body stays as it is, to the blank', () => {
  expect(problemsOfRequest(pasted)).toEqual({
    method: '应为 POST 或 GET',
    timestamp: '请粘贴请求里的这一项',
  });
  expect(requestOf('bus', { ...pasted, method: 'GET' })).toMatchObject({
    method: 'GET',
    path: '/partner/v1/rides',
    body: ' {} ',
  });
});

test('a checked request says part by part what is wrong, and what would become of its rides', () => {
  const view = viewChecked({
    checks: [
      { part: 'signature', isGood: false, advice: '签名是 Base64：应为十六进制' },
      { part: 'body', isGood: true, advice: '' },
    ],
    rides: { accepted: 2, rejected: [{ ticketId: 'T-1', message: '太旧' }] },
  });
  expect(view).toEqual({
    parts: [
      { name: '签名', text: '签名是 Base64：应为十六进制', isGood: false },
      { name: '请求体', text: '没有问题', isGood: true },
    ],
    rides: '这批行程可收 2 条，退回 1 条',
    refused: ['T-1：太旧'],
  });
});
