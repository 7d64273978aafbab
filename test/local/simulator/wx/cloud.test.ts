/** @jest-environment jsdom */
import { callOf, openFrame, type TestHost } from './test-host';

const fetched = jest.fn();
const answered = (body: object, status = 200) => ({ status, json: async () => body });

beforeEach(() => {
  localStorage.clear();
  fetched.mockReset();
  window.fetch = fetched;
});

function opened(): TestHost {
  const frame = openFrame({ openid: 'demo-commuter-001' });
  frame.cloud.init?.({ env: 'tandiandian-local' });
  return frame;
}

test('callFunction posts the event as the person who holds the phone, and notes the procedure', async () => {
  fetched.mockResolvedValue(answered({ result: { ok: true, data: { uid: 'u' } } }));
  const frame = opened();
  const data = { procedure: 'riders.signIn', requestId: '12345678', input: {} };
  await expect(frame.cloud.callFunction?.({ name: 'api', data })).resolves.toEqual({
    result: { ok: true, data: { uid: 'u' } },
    requestID: expect.stringMatching(/^[0-9a-f]{8,}$/),
    errMsg: 'cloud.callFunction:ok',
  });
  const [address, request] = fetched.mock.calls[0];
  expect(address).toBe('/call/api');
  expect(request.headers).toEqual({ 'content-type': 'application/json', 'x-wx-openid': 'demo-commuter-001' });
  expect(JSON.parse(request.body)).toEqual(data);
  expect(frame.notes).toEqual(['api riders.signIn ok']);
});

test('a refusal of a procedure arrives as an answer and is noted with its code', async () => {
  fetched.mockResolvedValue(answered({ result: { ok: false, error: { code: 'CONSENT_REQUIRED' } } }));
  const frame = opened();
  await frame.cloud.callFunction?.({ name: 'api', data: { procedure: 'rides.list' } });
  expect(frame.notes).toEqual(['api rides.list CONSENT_REQUIRED']);
});

test('a failure of the endpoint keeps its number, and its name stands once', async () => {
  fetched.mockResolvedValue(
    answered({ errCode: -501000, errMsg: 'cloud.callFunction:fail Error: errCode: -501000 | errMsg: none' }),
  );
  await expect(opened().cloud.callFunction?.({ name: 'none' })).rejects.toEqual({
    errCode: -501000,
    errMsg: 'cloud.callFunction:fail Error: errCode: -501000 | errMsg: none',
  });
});

test('before init every call is refused', async () => {
  await expect(openFrame().cloud.callFunction?.({ name: 'api' })).rejects.toMatchObject({
    errMsg: "cloud.callFunction:fail Cloud API isn't enabled, please call wx.cloud.init first",
  });
});

test('without network nothing is sent', async () => {
  const frame = opened();
  frame.change({ network: 'none' });
  await expect(frame.cloud.callFunction?.({ name: 'api' })).rejects.toMatchObject({ errCode: -1 });
  expect(fetched).not.toHaveBeenCalled();
});

test('a network that goes off during a call loses the answer of a server that has acted', async () => {
  let arrive = (_: unknown): void => {};
  fetched.mockReturnValue(new Promise(resolve => (arrive = resolve)));
  const frame = opened();
  const call = frame.cloud.callFunction?.({ name: 'api' });
  while (fetched.mock.calls.length === 0) await Promise.resolve();
  frame.change({ network: 'none' });
  arrive(answered({ result: {} }));
  await expect(call).rejects.toEqual({ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail ' });
});

test('a CloudID at the top of the event is opened on the way', async () => {
  fetched.mockResolvedValueOnce(answered({ cloudID: 'sealed' })).mockResolvedValue(answered({ result: {} }));
  const frame = openFrame({ answers: { privacy: async () => true, authorize: async () => true } });
  frame.cloud.init?.({ env: 'tandiandian-local' });
  const { cloudID } = (await callOf(frame, 'getWeRunData')({})) as { cloudID: string };
  expect(fetched.mock.calls[0][0]).toBe('/open-data');
  const CloudID = frame.cloud.CloudID as unknown as new (id: string) => object;
  await frame.cloud.callFunction?.({ name: 'api', data: { steps: new CloudID(cloudID) } });
  const { steps } = JSON.parse(fetched.mock.calls[1][1].body);
  expect(JSON.parse(fetched.mock.calls[0][1].body).data.stepInfoList).toEqual(steps.data.stepInfoList);
  expect(steps.cloudID).toBe('sealed');
  // 2026-11-20 12:00 in Beijing; its day began eight hours before midnight of Unix time.
  const today = Date.UTC(2026, 10, 19, 16) / 1000;
  expect(steps.data.stepInfoList).toEqual([
    { timestamp: today - 86_400, step: 6210 },
    { timestamp: today, step: 8430 },
  ]);
});

test('the database is closed to the mini-program, as its rules say', async () => {
  const frame = opened();
  const database = frame.cloud.database?.() as {
    command: { gt(n: number): unknown };
    collection(name: string): { where(q: object): { limit(n: number): { get(): Promise<unknown> } } };
  };
  const query = database
    .collection('ledger_entries')
    .where({ amount: database.command.gt(1) })
    .limit(5);
  await expect(query.get()).rejects.toEqual({
    errCode: -502003,
    errMsg: 'document.get:fail -502003 database permission denied',
  });
  expect(frame.problems.map(({ name }) => name)).toEqual(['wx.cloud.database']);
});
