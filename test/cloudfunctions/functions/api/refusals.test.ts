import * as z from 'zod';
import type { CallAnswer } from '../../../../cloudfunctions/contract/envelope';
import { type ErrorCode, errorTexts } from '../../../../cloudfunctions/contract/errors';
import { procedures } from '../../../../cloudfunctions/contract/procedures';
import {
  CURRENT_POLICY_VERSION,
  onboardingActions,
  onboardingSteps,
} from '../../../../cloudfunctions/contract/riders';
import { answerCall } from '../../../../cloudfunctions/functions/api/answer-call';
import { DatabaseError, type Platform } from '../../../../cloudfunctions/platform';
import type { Caller } from '../../../../cloudfunctions/platform/caller';
import * as fc from '../../../support/fast-check';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const caller: Caller = { openid: 'o-refused', unionid: null, source: 'wx_client', address: '203.0.113.7' };
const signIn = { procedure: 'riders.signIn', requestId: 'request-1', input: {} };

async function refusal(answer: Promise<CallAnswer<unknown>>) {
  const given = await answer;
  if (given.ok) throw new Error(`It was allowed: ${JSON.stringify(given.data)}`);
  const { code, message, logId } = given.error;
  expect(message).toBe(errorTexts[code]);
  expect(logId).toMatch(/^[0-9a-z]{26}$/);
  return given.error;
}

describe('who may call', () => {
  test.each<[string, Partial<Caller>]>([
    ['nobody', { openid: null }],
    ['HTTP', { source: 'wx_http' }],
    ['HTTP with an openid', { source: 'wx_http', openid: 'o-1' }],
    ['a timer', { source: 'wx_trigger', openid: null }],
    ['a phone through another function', { source: 'wx_client,scf' }],
    ['another function', { source: 'scf' }],
    ['a crawler', { source: 'wx_crawler' }],
    ['an unknown source', { source: '' }],
  ])('%s may not', async (_name, change) => {
    const answer = answerCall(product.platform, { ...caller, ...change }, signIn);
    expect((await refusal(answer)).code).toBe('FORBIDDEN');
  });

  test.each(['wx_client', 'wx_devtools'])('%s may', async source => {
    expect(await answerCall(product.platform, { ...caller, source }, signIn)).toMatchObject({ ok: true });
  });

  test('is never read from the event: a forged openid there changes nothing', async () => {
    const victim = await product.signedInRider('o-victim', { consent: true });
    const attacker = await product.signedInRider('o-attacker');
    const forged = { openid: 'o-victim', OPENID: 'o-victim', uid: victim, userInfo: { openId: 'o-victim' } };
    const answer = await product.callFunction('api', 'o-attacker', { ...forged, ...signIn });
    expect(answer).toMatchObject({ ok: true, data: { uid: attacker, consent: { given: false } } });
    const inside = product.callFunction('api', 'o-attacker', { ...signIn, input: { openid: 'o-victim' } });
    expect((await refusal(inside as Promise<CallAnswer<unknown>>)).details.field).toBe('openid');
  });
});

describe('what is refused', () => {
  const refused = (openid: string, event: unknown) =>
    refusal(product.callFunction('api', openid, event) as Promise<CallAnswer<unknown>>);

  test.each<[string, object, ErrorCode, string | undefined]>([
    ['no procedure', {}, 'INVALID_INPUT', 'procedure'],
    ['a number for a procedure', { procedure: 7 }, 'INVALID_INPUT', 'procedure'],
    ['an unknown procedure', { procedure: 'riders.delete' }, 'UNKNOWN_PROCEDURE', undefined],
    ['an inherited name', { procedure: 'constructor' }, 'UNKNOWN_PROCEDURE', undefined],
    ['no request id where one is needed', { ...signIn, requestId: undefined }, 'INVALID_INPUT', 'requestId'],
    ['a short request id', { ...signIn, requestId: 'short' }, 'INVALID_INPUT', 'requestId'],
    ['a request id with a colon', { ...signIn, requestId: 'a:b:c:d:e' }, 'INVALID_INPUT', 'requestId'],
    ['a list for an input', { ...signIn, input: [] }, 'INVALID_INPUT', ''],
    ['a page without a limit', { procedure: 'inbox.list', input: {} }, 'INVALID_INPUT', 'limit'],
    ['a page of none', { procedure: 'inbox.list', input: { limit: 0 } }, 'INVALID_INPUT', 'limit'],
    ['somebody who never signed in', { procedure: 'bindings.list' }, 'NOT_SIGNED_IN', undefined],
  ])('%s', async (_name, event, code, field) => {
    const { code: given, details } = await refused('o-stranger', event);
    expect(given).toBe(code);
    expect(details.field).toBe(field);
    if (code === 'INVALID_INPUT') expect(details.reason).toMatch(/[\u4e00-\u9fff]/);
  });

  test('an older guideline, which is not the one that was shown', async () => {
    await product.signedInRider('o-old-policy');
    const event = {
      procedure: 'riders.giveConsent',
      requestId: 'old-policy',
      input: { policyVersion: '2020-01-01' },
    };
    expect(await refused('o-old-policy', event)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'policyVersion' },
    });
    expect((await product.data('o-old-policy', 'riders.signIn', {})).consent.given).toBe(false);
  });

  test('too many calls of one person, but not of another at the same address', async () => {
    await product.nextMinute();
    const consent = (openid: string, at: number) =>
      product.call(
        openid,
        'riders.giveConsent',
        { policyVersion: CURRENT_POLICY_VERSION },
        { requestId: `flood-${at}-00` },
      );
    for (const openid of ['o-flood', 'o-calm']) await product.signedInRider(openid);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => consent('o-flood', at)));
    const codes = answers.map(answer => (answer.ok ? 'ok' : answer.error.code));
    expect(codes.filter(code => code === 'ok')).toHaveLength(30);
    expect(codes.filter(code => code === 'RATE_LIMITED')).toHaveLength(10);
    const limited = answers.find(answer => !answer.ok);
    if (!limited || limited.ok) throw new Error('unreachable');
    expect(limited.error.details.retryAfterMs).toBeGreaterThan(0);
    expect((await consent('o-calm', 1)).ok).toBe(true);
    await product.advanceClock(Number(limited.error.details.retryAfterMs));
    expect((await consent('o-flood', 99)).ok).toBe(true);
  });
});

describe('what goes wrong inside', () => {
  const failing = (error: unknown): Platform => ({
    ...product.platform,
    database: {
      ...product.platform.database,
      transact: async () => {
        throw error;
      },
    },
  });
  const newcomer = { ...caller, openid: 'o-never-made' };

  test('conflicts without end say: try again', async () => {
    const answer = answerCall(failing(new DatabaseError('conflict', 'lost')), newcomer, signIn);
    expect((await refusal(answer)).code).toBe('TRY_AGAIN');
  });

  test('anything else says nothing of what it was, except to the log', async () => {
    const logged: unknown[] = [];
    const platform = {
      ...failing(new Error('secret of the database')),
      log: (...line: unknown[]) => logged.push(line),
    };
    const answer = await refusal(answerCall(platform, newcomer, signIn));
    expect(answer).toEqual({
      code: 'INTERNAL',
      message: errorTexts.INTERNAL,
      details: {},
      logId: answer.logId,
    });
    expect(JSON.stringify(logged)).toContain('secret of the database');
    expect(JSON.stringify(logged)).toContain(answer.logId);
  });

  test('an answer that its schema does not allow is not sent', async () => {
    const platform: Platform = { ...product.platform, randomId: () => 'too-short' };
    const answer = await answerCall(platform, newcomer, signIn);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });
});

describe('fuzzed input', () => {
  // One seed in the everyday run, so that it fails for a reason and not by chance; a new one each time in the long run.
  const budget = process.env.SOAK ? { numRuns: 400 } : { numRuns: 12, seed: 2026 };
  const people = Array.from({ length: 30 }, (_, at) => `o-fuzz-${at}`);
  let next = 0;
  /** Each call by somebody who has made few: what is tested is the input, not the rate. */
  const somebody = () => ({ ...caller, openid: people[next++ % people.length] ?? '' });

  beforeAll(async () => {
    for (const openid of people.slice(0, 20)) await product.signedInRider(openid, { consent: true });
  });

  const anything = fc.anything({ maxDepth: 3, withNullPrototype: true, withDate: true, withBigInt: true });
  /** Texts of every kind, lone surrogates and operators included, and some that pass for a date, an id or a cursor. */
  const text = fc.oneof(
    fc.string({ maxLength: 128 }),
    fc.string({ unit: 'binary', maxLength: 128 }),
    fc.constantFrom('$where', 'a.b', '', '__proto__', '..', '2026-02-30', CURRENT_POLICY_VERSION),
  );
  const number = fc.oneof(
    fc.integer({ min: 1, max: 50 }),
    fc.integer(),
    fc.double(),
    fc.constantFrom(Number.MAX_SAFE_INTEGER, -0, 1e300),
  );
  const mostly = <Value>(usual: fc.Arbitrary<Value>, otherwise: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 5, arbitrary: usual as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: otherwise });

  /** Values that some field of some procedure takes. */
  const pool: unknown[] = [
    true,
    false,
    1,
    20,
    Date.now(),
    'some-id',
    'carbon',
    ...onboardingSteps,
    ...onboardingActions,
    '2026-11',
    ['2026-11'],
    2026,
    { station: '深大', amount: 20 },
    { station: '世界之窗' },
    'today',
    `${'0'.repeat(15)}-${'z'.repeat(26)}`,
    CURRENT_POLICY_VERSION,
    'a'.repeat(26),
    [[22_536_670, 114_025_780, Date.now(), 50, 420, 0]],
    'cloud://environment.bucket/report-uploads/picture.jpg',
    5_000,
    [{ key: 'ride-credited', answer: 'accept' }],
    `own:self-report:${'0'.repeat(26)}:some-request`,
  ];

  /** What the field takes of the pool, and every value where it takes a few named ones. */
  const takenBy = (schema: z.ZodType): unknown[] => {
    const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
    const named = inner instanceof z.ZodEnum ? inner.options : [];
    return [...named, ...pool.filter(value => schema.safeParse(value).success)];
  };

  test.each(Object.keys(procedures) as (keyof typeof procedures)[])(
    'knows values of all fields of %s',
    name => {
      const unknown = Object.entries<z.ZodType>(procedures[name].input.shape)
        .filter(([, schema]) => takenBy(schema).length === 0)
        .map(([field]) => field);
      expect(unknown).toEqual([]);
    },
  );

  /** So many fields are never all taken by chance in a few runs. */
  const MANY_FIELDS = 7;
  const whole = (name: keyof typeof procedures) => {
    const shape = Object.entries<z.ZodType>(procedures[name].input.shape);
    const taken = shape.map(([field, schema]) => [field, fc.constantFrom(...takenBy(schema))]);
    return fc.record(Object.fromEntries(taken) as Record<string, fc.Arbitrary<unknown>>);
  };

  /** The procedure's own fields, each there or not, usually with a value that it takes; or anything at all. */
  const input = (name: keyof typeof procedures) => {
    const fields = Object.entries<z.ZodType>(procedures[name].input.shape).map(([field, schema]) => {
      const taken = takenBy(schema);
      const other = fc.oneof(text, number, anything);
      return [field, taken.length > 0 ? mostly(fc.constantFrom(...taken), other) : other];
    });
    const loose = mostly(fc.record(Object.fromEntries(fields), { requiredKeys: [] }), anything);
    return fields.length < MANY_FIELDS ? loose : fc.oneof(whole(name), loose);
  };
  const eventOf = (name: keyof typeof procedures) => {
    const requestId = mostly(fc.stringMatching(/^[0-9A-Za-z_-]{8,64}$/), anything);
    return fc.record({ procedure: fc.constant(name), requestId, input: input(name) });
  };

  test.each(Object.keys(procedures) as (keyof typeof procedures)[])(
    'of %s gives typed errors only',
    async name => {
      let reached = 0;
      const answersWell = fc.asyncProperty(eventOf(name), async event => {
        const answer = await answerCall(product.platform, somebody(), event);
        const code = answer.ok ? null : answer.error.code;
        if (code !== 'INVALID_INPUT') reached += 1;
        if (code === null) return;
        expect(Object.keys(errorTexts)).toContain(code);
        expect(code).not.toBe('INTERNAL');
      });
      await fc.assert(answersWell, budget);
      // Input that never gets past the schema tests nothing but the schema.
      expect(reached).toBeGreaterThan(0);
    },
  );

  test('for an event gives typed errors only', async () => {
    const answersWell = fc.asyncProperty(anything, async event => {
      const { code } = await refusal(answerCall(product.platform, somebody(), event));
      expect(['INVALID_INPUT', 'UNKNOWN_PROCEDURE']).toContain(code);
    });
    await fc.assert(answersWell, { ...budget, numRuns: 10 * budget.numRuns });
  });
});
