/** @jest-environment jsdom */
import { OPEN_TYPE_CALL } from '../../../../local/simulator/wx';
import { callOf, openFrame } from './test-host';

beforeEach(() => {
  localStorage.clear();
  window.fetch = jest.fn().mockResolvedValue({ ok: true });
});

const asked = (frame: { seen: [string, ...unknown[]][] }, dialog: string): number =>
  frame.seen.filter(([name]) => name === `dialogs.${dialog}`).length;

test('a private call asks for the guideline and the scope once, and both are remembered', async () => {
  const frame = openFrame({ answers: { privacy: async () => true, authorize: async () => true } });
  for (let time = 0; time < 2; time += 1) {
    await expect(callOf(frame, 'getLocation')({})).resolves.toMatchObject({
      latitude: 22.541234,
      accuracy: 15,
    });
  }
  expect([asked(frame, 'privacy'), asked(frame, 'authorize')]).toEqual([1, 1]);
  await expect(callOf(frame, 'getSetting')()).resolves.toMatchObject({
    authSetting: { 'scope.userLocation': true },
  });
  await expect(callOf(frame, 'getPrivacySetting')()).resolves.toMatchObject({ needAuthorization: false });
});

test('a scope that was refused stays refused without asking again, until the settings page allows it', async () => {
  const frame = openFrame({
    answers: {
      privacy: async () => true,
      authorize: async () => false,
      settings: async () => ({ 'scope.userLocation': true }),
    },
  });
  const denied = { errMsg: 'getLocation:fail auth deny', errno: 103 };
  await expect(callOf(frame, 'getLocation')({})).rejects.toEqual(denied);
  await expect(callOf(frame, 'getLocation')({})).rejects.toEqual(denied);
  expect(asked(frame, 'authorize')).toBe(1);
  await callOf(frame, 'openSetting')();
  await expect(callOf(frame, 'getLocation')({})).resolves.toMatchObject({ errMsg: 'getLocation:ok' });
});

test('a location call that app.json does not declare is refused', async () => {
  const frame = openFrame({ host: { requiredPrivateInfos: [] } });
  await expect(callOf(frame, 'getLocation')({})).rejects.toMatchObject({
    errMsg: expect.stringContaining('requiredPrivateInfos'),
  });
});

test('a program with a window of its own decides, and shows no official one', async () => {
  const frame = openFrame();
  const referrers: string[] = [];
  let answer: 'agree' | 'disagree' = 'disagree';
  callOf(
    frame,
    'onNeedPrivacyAuthorization',
  )((resolve: (answer: object) => void, { referrer }: { referrer: string }) => {
    referrers.push(referrer);
    resolve({ event: 'exposureAuthorization' });
    resolve({ event: answer });
  });
  await expect(callOf(frame, 'requirePrivacyAuthorize')()).rejects.toEqual({
    errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized',
    errno: 104,
  });
  answer = 'agree';
  await callOf(frame, 'getClipboardData')();
  await callOf(frame, 'requirePrivacyAuthorize')();
  expect(referrers).toEqual(['requirePrivacyAuthorize', 'getClipboardData']);
  expect(asked(frame, 'privacy')).toBe(0);
});

test('the button that agrees is enough', async () => {
  const frame = openFrame();
  await callOf(frame, OPEN_TYPE_CALL)({ openType: 'agreePrivacyAuthorization' });
  await expect(callOf(frame, 'getPrivacySetting')()).resolves.toMatchObject({ needAuthorization: false });
});

test.each([
  [null, 20004, 'requestSubscribeMessage:fail The main switch is switched off'],
  [{ a: 'accept', b: 'reject' }, undefined, 'requestSubscribeMessage:ok'],
])('the answer %j to a subscription is told', async (answer, errCode, errMsg) => {
  const frame = openFrame({ answers: { subscribe: async () => answer as Record<string, 'accept'> | null } });
  const told = await (
    callOf(frame, 'requestSubscribeMessage')({ tmplIds: ['a', 'b'] }) as Promise<object>
  ).catch((failure: object) => failure);
  expect(told).toEqual({ ...answer, ...(errCode === undefined ? {} : { errCode }), errMsg });
});

test('WeChat’s own server learns which templates were allowed, and of nothing else', async () => {
  const told = jest.fn().mockResolvedValue({ ok: true });
  window.fetch = told;
  const ask = (answers: Record<string, 'accept' | 'reject'>) =>
    callOf(
      openFrame({ answers: { subscribe: async () => answers } }),
      'requestSubscribeMessage',
    )({ tmplIds: Object.keys(answers) });
  await ask({ a: 'reject' });
  expect(told).not.toHaveBeenCalled();
  await ask({ a: 'accept', b: 'reject', c: 'accept' });
  expect(told.mock.calls).toEqual([
    [
      '/wechat/subscriptions',
      expect.objectContaining({
        headers: expect.objectContaining({ 'x-wx-openid': 'someone' }),
        body: JSON.stringify({ templateIds: ['a', 'c'] }),
      }),
    ],
  ]);
});

test('more than five templates are too many', async () => {
  const tmplIds = ['1', '2', '3', '4', '5', '6'];
  await expect(callOf(openFrame(), 'requestSubscribeMessage')({ tmplIds })).rejects.toMatchObject({
    errCode: 20003,
  });
});
