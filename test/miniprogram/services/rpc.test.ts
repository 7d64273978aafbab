import { type FakeWx, installFakeWx, ok, refused } from './fake-wx';

type Rpc = typeof import('../../../miniprogram/services/rpc');

let phone: FakeWx;
let rpc: Rpc;

/** The app is started anew: what was only in memory is gone. */
const startApp = async () => {
  jest.resetModules();
  rpc = await import('../../../miniprogram/services/rpc');
};

beforeEach(async () => {
  phone = installFakeWx();
  await startApp();
});

const createCode = () => rpc.callOnce('bindings.createCode', {});
const failing = (error: unknown) => () => Promise.reject(error);

describe('reading', () => {
  test('sends the procedure and its input, without a request id, and answers the data', async () => {
    phone.answer = () => ok({ trips: [], nextCursor: null });
    expect(await rpc.call('rides.list', { limit: 3 })).toEqual({ trips: [], nextCursor: null });
    expect(phone.sent).toEqual([{ procedure: 'rides.list', input: { limit: 3 } }]);
  });

  test("throws the server's code, text, details and log id", async () => {
    phone.answer = () => refused('RATE_LIMITED', '操作太频繁了');
    await expect(rpc.call('rides.list', {})).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      message: '操作太频繁了',
      logId: 'log-1',
      details: { field: 'code' },
    });
  });

  test('signs in on the way and repeats itself', async () => {
    let isSignedIn = false;
    phone.answer = ({ procedure }) => {
      if (procedure === 'riders.signIn') isSignedIn = true;
      return isSignedIn ? ok({}) : refused('NOT_SIGNED_IN');
    };
    await rpc.call('bindings.list', {});
    expect(phone.procedures).toEqual(['bindings.list', 'riders.signIn', 'bindings.list']);
  });

  test.each([
    ['none', 'OFFLINE'],
    ['wifi', 'UNREACHABLE'],
  ])('without a way to the server, on network %s, is %s', async (networkType, code) => {
    phone.networkType = networkType;
    phone.answer = failing({ errMsg: 'cloud.callFunction:fail' });
    await expect(rpc.call('rides.list', {})).rejects.toMatchObject({
      code,
      isOutOfReach: true,
      message: expect.stringMatching(/请/),
    });
  });

  test('an answer without a result is no answer', async () => {
    phone.answer = () => undefined;
    await expect(rpc.call('rides.list', {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  test('gives up after a while', async () => {
    jest.useFakeTimers();
    try {
      phone.answer = () => new Promise(() => {});
      const outcome = expect(rpc.call('rides.list', {})).rejects.toMatchObject({ code: 'TIMEOUT' });
      await jest.advanceTimersByTimeAsync(15_000);
      await outcome;
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('changing', () => {
  const idsSent = () => phone.sent.map(({ requestId }) => requestId);

  test('stores the id before it sends, and forgets it with the answer', async () => {
    phone.answer = ({ requestId }) => {
      expect(JSON.stringify([...phone.stored.values()])).toContain(requestId);
      return ok({ code: 'ABCDEFGH', expiresAtMs: 1 });
    };
    await createCode();
    await createCode();
    const [first, second] = idsSent();
    expect(first).toMatch(/^[0-9A-Za-z_-]{8,64}$/);
    expect(second).not.toBe(first);
    expect(phone.stored.get('pending-requests')).toEqual({});
  });

  test('reuses the id after a lost answer, even after the app was closed', async () => {
    phone.answer = failing({ errMsg: 'cloud.callFunction:fail' });
    await expect(createCode()).rejects.toMatchObject({ isUndecided: true });
    await startApp();
    await expect(createCode()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    phone.answer = () => ok({});
    await createCode();
    expect(new Set(idsSent()).size).toBe(1);
    expect(phone.sent).toHaveLength(3);
  });

  test.each(['TRY_AGAIN', 'INTERNAL'])('keeps the id after %s: nobody knows what happened', async code => {
    phone.answer = () => refused(code);
    await expect(createCode()).rejects.toMatchObject({ code });
    await expect(createCode()).rejects.toMatchObject({ code });
    expect(new Set(idsSent()).size).toBe(1);
  });

  test('a refusal is an answer: the next try is a new request', async () => {
    phone.answer = () => refused('CONSENT_REQUIRED');
    await expect(createCode()).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' });
    await expect(createCode()).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' });
    expect(new Set(idsSent()).size).toBe(2);
  });

  test('two taps at once are one request', async () => {
    phone.answer = () => new Promise(resolve => setTimeout(() => resolve(ok({ code: 'ABCDEFGH' })), 5));
    const [one, other] = await Promise.all([createCode(), createCode()]);
    expect(one).toBe(other);
    expect(phone.sent).toHaveLength(1);
  });

  test('other input is another intent', async () => {
    phone.answer = failing(new Error('offline'));
    await expect(rpc.callOnce('bindings.remove', { bindingId: 'a' })).rejects.toThrow();
    await expect(rpc.callOnce('bindings.remove', { bindingId: 'b' })).rejects.toThrow();
    expect(new Set(idsSent()).size).toBe(2);
  });

  test('a day later the same tap is a new request', async () => {
    phone.answer = failing(new Error('offline'));
    await expect(createCode()).rejects.toThrow();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 3_600_000);
    await expect(createCode()).rejects.toThrow();
    clock.mockRestore();
    expect(new Set(idsSent()).size).toBe(2);
  });

  test('signing in on the way keeps the id of what was asked first', async () => {
    let isSignedIn = false;
    phone.answer = ({ procedure }) => {
      if (procedure === 'riders.signIn') isSignedIn = true;
      return isSignedIn ? ok({}) : refused('NOT_SIGNED_IN');
    };
    await createCode();
    expect(phone.procedures).toEqual(['bindings.createCode', 'riders.signIn', 'bindings.createCode']);
  });
});

test('without cloud support the person is asked to update WeChat', async () => {
  Object.assign(phone, { cloud: undefined });
  await expect(rpc.call('rides.list', {})).rejects.toMatchObject({ code: 'CLOUD_MISSING' });
});
