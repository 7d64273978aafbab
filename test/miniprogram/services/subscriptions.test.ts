import { type FakeWx, installFakeWx, ok, refused } from './fake-wx';

type Services = typeof import('../../../miniprogram/services/subscriptions') &
  typeof import('../../../miniprogram/services/offering');

const message = {
  key: 'ride-credited' as const,
  templateId: 'T',
  left: 0,
  mayOffer: true,
  latestAnswer: null,
};

let phone: FakeWx;
let services: Services;
let window: jest.Mock;

/** The app is started anew: a session begins. */
const startApp = async () => {
  jest.resetModules();
  services = {
    ...(await import('../../../miniprogram/services/subscriptions')),
    ...(await import('../../../miniprogram/services/offering')),
  };
};

beforeEach(async () => {
  phone = installFakeWx();
  window = jest.fn().mockResolvedValue({ errMsg: 'requestSubscribeMessage:ok', T: 'accept' });
  Object.assign(phone, { requestSubscribeMessage: window });
  phone.answer = () => ok({ messages: [message] });
  await startApp();
});

const answersSent = () =>
  phone.sent
    .filter(({ procedure }) => procedure === 'subscriptions.answer')
    .map(({ input }) => (input as { answers: object[] }).answers);

test('it is offered once while the app is open, and again when it is opened anew', async () => {
  expect(await services.offerOf('ride-credited')).toEqual(message);
  expect(await services.offerOf('ride-credited')).toBeNull();
  await startApp();
  expect(await services.offerOf('ride-credited')).toEqual(message);
});

test.each([
  ['was refused or is allowed', () => ok({ messages: [{ ...message, mayOffer: false }] })],
  ['has no template', () => ok({ messages: [] })],
  ['is out of reach', () => Promise.reject(new Error('no way'))],
])('what %s is not offered, and a later moment may offer it', async (_case, answer) => {
  phone.answer = answer;
  expect(await services.offerOf('ride-credited')).toBeNull();
  phone.answer = () => ok({ messages: [message] });
  expect(await services.offerOf('ride-credited')).toEqual(message);
});

test.each([
  ['accept', { T: 'accept' }, 'accept'],
  ['reject', { T: 'reject' }, 'reject'],
  ['ban', { T: 'ban' }, 'ban'],
  ['filter', { T: 'filter' }, 'filter'],
  ['filter', {}, 'filter'],
])('%s in the window %j is kept as %s', async (answer, chosen, kept) => {
  window.mockResolvedValue({ errMsg: 'requestSubscribeMessage:ok', ...chosen });
  expect(await services.askFor(message)).toBe(answer);
  expect(answersSent()).toEqual([[{ key: 'ride-credited', answer: kept }]]);
});

test('the window comes with the tap, before anything is sent', () => {
  void services.askFor(message);
  expect(window).toHaveBeenCalledWith({ tmplIds: ['T'] });
  expect(phone.sent).toEqual([]);
});

test('a main switch that is off counts as a refusal, and is told apart', async () => {
  window.mockRejectedValue({ errCode: 20_004, errMsg: 'The main switch is switched off' });
  expect(await services.askFor(message)).toBe('off');
  expect(answersSent()).toEqual([[{ key: 'ride-credited', answer: 'reject' }]]);
});

test('two accepts after each other are two requests', async () => {
  await services.askFor(message);
  await services.askFor(message);
  const ids = phone.sent.map(({ requestId }) => requestId);
  expect(new Set(ids).size).toBe(2);
});

describe('an offer', () => {
  const begun = async () => {
    const shown: unknown[] = [];
    const offering = new services.Offering('ride-credited', ({ answer, isBusy }) =>
      shown.push([answer, isBusy]),
    );
    await offering.begin();
    return { offering, shown };
  };

  test('is shown, busy while WeChat asks, and says what was chosen', async () => {
    const { offering, shown } = await begun();
    await offering.accept();
    expect(shown).toEqual([
      [null, false],
      [null, true],
      ['accept', false],
    ]);
  });

  test('opens one window for two taps', async () => {
    const { offering } = await begun();
    await Promise.all([offering.accept(), offering.accept()]);
    expect(window).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['WeChat has not asked', () => window.mockRejectedValue({ errCode: 20_001 })],
    ['the server has not heard of it', () => (phone.answer = () => refused('TRY_AGAIN'))],
  ])('can be tried again where %s', async (_case, happens) => {
    const { offering, shown } = await begun();
    happens();
    await offering.accept();
    expect(shown.at(-1)).toEqual(['failed', false]);
    window.mockResolvedValue({ T: 'accept' });
    phone.answer = () => ok({ messages: [message] });
    await offering.accept();
    expect(shown.at(-1)).toEqual(['accept', false]);
  });

  test('that is declined is gone at once, and the server is told', async () => {
    const { offering, shown } = await begun();
    await offering.refuse();
    expect(shown.at(-1)).toEqual(['hidden', false]);
    expect(answersSent()).toEqual([[{ key: 'ride-credited', answer: 'reject' }]]);
    await offering.accept();
    expect(window).not.toHaveBeenCalled();
  });
});
