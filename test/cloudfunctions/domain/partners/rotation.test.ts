import { randomUUID } from 'node:crypto';
import {
  authenticate,
  partnerName,
  type SignedRequest,
  signatureOf,
} from '../../../../cloudfunctions/domain/partners';
import {
  collectSecret,
  listPartners,
  OLD_SECRET_VALID_MS,
  partnersChangeKind,
  partnersRotateKind,
  requestChange,
  requestRotation,
  showSecret,
} from '../../../../cloudfunctions/domain/partners/change';
import { type PartnerDocument, partners } from '../../../../cloudfunctions/domain/partners/store';
import type { Find, Platform } from '../../../../cloudfunctions/platform';
import { agree } from '../../../support/agree';
import { codesOf } from '../../../support/codes-of';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const MINUTE_MS = 60_000;

let product: Product;
let firstSecret: string;
/** Moved by hand. */
let clockMs: number;
beforeAll(async () => {
  product = await startProduct();
  clockMs = product.cloud.nowMs();
  firstSecret = product.platform.variable('FIRST_PARTNER_SECRETS');
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/** A process that has read nothing yet. */
function freshProcess(): { platform: Platform; finds: Find[] } {
  const finds: Find[] = [];
  const { database } = product.platform;
  const platform: Platform = {
    ...product.platform,
    nowMs: () => clockMs,
    database: {
      ...database,
      find: (collection, find) => {
        if (collection.name === partners.name) finds.push(find);
        return database.find(collection, find);
      },
    },
  };
  return { platform, finds };
}

async function send(
  secret: string,
  { partnerId = 'bawei', platform = freshProcess().platform } = {},
): Promise<string> {
  const request: SignedRequest = {
    method: 'POST',
    path: '/partner/v1/rides',
    partnerId,
    timestamp: String(clockMs),
    nonce: randomUUID(),
    body: Buffer.from('{}'),
  };
  return (await codesOf([authenticate(platform, request, signatureOf(secret, request).toString('hex'))]))[0]!;
}

const settings = { name: '八维通', city: 'shenzhen', modes: ['metro'], requestsAMinute: 600 };
type State = PartnerDocument['state'];
const asker = { requesterId: 'maker', reason: '测试' };

const askForChange = (partnerId: string, change: object) => {
  const { platform } = freshProcess();
  const asked = { partnerId, ...settings, state: 'live' as State, ...change, ...asker };
  return platform.database.transact(transaction => requestChange(transaction, platform, asked));
};
const change = async (partnerId: string, changes: object) =>
  agree(freshProcess().platform, partnersChangeKind, (await askForChange(partnerId, changes)).approvalId);

async function rotate(partnerId: string) {
  const { platform } = freshProcess();
  const { approvalId } = await platform.database.transact(transaction =>
    requestRotation(transaction, platform, { partnerId, ...asker }),
  );
  return agree(platform, partnersRotateKind, approvalId);
}
async function collect(partnerId: string, staffId = 'maker') {
  const { platform } = freshProcess();
  const collected = await platform.database.transact(transaction =>
    collectSecret(transaction, platform, { partnerId, staffId }),
  );
  return { ...showSecret(platform, collected), stored: JSON.stringify(collected) };
}
const listed = async (partnerId: string, staffId = 'maker') =>
  (await listPartners(freshProcess().platform, staffId)).find(one => one.partnerId === partnerId);

test('without a document the partner of the environment counts, and is listed', async () => {
  expect(await send(firstSecret)).toBe('ok');
  expect(await listed('bawei')).toMatchObject({
    ...settings,
    state: 'live',
    secrets: [{ ending: firstSecret.slice(-4), sinceMs: 0, endsAtMs: null }],
    secretToCollect: false,
    lastRequestAtMs: clockMs,
  });
});

test('whoever signs, known or made up, the partners are read once a minute', async () => {
  const { platform, finds } = freshProcess();
  for (const partnerId of ['bawei', 'nobody', 'constructor', 'bawei']) {
    const expected = partnerId === 'bawei' ? 'ok' : 'PARTNER_UNKNOWN';
    expect(await send(firstSecret, { partnerId, platform })).toBe(expected);
  }
  expect(finds).toHaveLength(1);
  clockMs += MINUTE_MS;
  await send(firstSecret, { platform });
  expect(finds).toHaveLength(2);
});

test('when the partners cannot be read nobody is let in, and the next request tries again', async () => {
  const { platform } = freshProcess();
  const broken = {
    ...platform,
    database: { ...platform.database, find: () => Promise.reject(new Error('away')) },
  };
  await expect(send(firstSecret, { platform: broken })).rejects.toThrow('away');
  broken.database.find = platform.database.find as never;
  expect(await send(firstSecret, { platform: broken })).toBe('ok');
});

describe('a rotation', () => {
  let secret: string;
  let collectedAtMs: number;

  test('makes a document of the environment’s partner, whose secret stays good', async () => {
    expect(await rotate('bawei')).toMatchObject({ state: 'done' });
    const document = await product.platform.database.get(partners, 'bawei');
    expect(document).toMatchObject({ version: 1, state: 'live', newSecret: { requesterId: 'maker' } });
    expect(JSON.stringify(document)).not.toContain(firstSecret);
    expect(await send(firstSecret)).toBe('ok');
  });

  test('leaves the new secret for who asked for it, once', async () => {
    expect([
      (await listed('bawei'))?.secretToCollect,
      (await listed('bawei', 'other'))?.secretToCollect,
    ]).toEqual([true, false]);
    await expect(collect('bawei', 'other')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const collected = await collect('bawei');
    collectedAtMs = clockMs;
    secret = collected.secret;
    expect(secret).toMatch(/^[0-9a-z]{52}$/);
    expect(collected.stored).not.toContain(secret);
    expect(collected.oldEndsAtMs).toBe(clockMs + OLD_SECRET_VALID_MS);
    await expect(collect('bawei')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listed('bawei'))?.secrets.map(({ ending, endsAtMs }) => [ending, endsAtMs])).toEqual([
      [firstSecret.slice(-4), clockMs + OLD_SECRET_VALID_MS],
      [secret.slice(-4), null],
    ]);
  });

  test('both secrets are good for seven days, and the old one ends to the millisecond', async () => {
    const { platform } = freshProcess();
    expect([await send(firstSecret, { platform }), await send(secret, { platform })]).toEqual(['ok', 'ok']);
    clockMs = collectedAtMs + OLD_SECRET_VALID_MS - 1;
    const kept = freshProcess().platform;
    expect(await send(firstSecret, { platform: kept })).toBe('ok');
    clockMs += 1;
    // The same process, which has not read again in between.
    expect(await send(firstSecret, { platform: kept })).toBe('SIGNATURE_WRONG');
    expect(await send(secret, { platform: kept })).toBe('ok');
    expect((await listed('bawei'))?.secrets).toHaveLength(1);
  });

  test('that nobody fetches within a week is over, and the secret in use stays', async () => {
    await rotate('bawei');
    clockMs += OLD_SECRET_VALID_MS;
    await expect(collect('bawei')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await send(secret)).toBe('ok');
  });

  test('of nobody is refused', async () => {
    await expect(rotate('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('fetched by two calls at once is shown once', async () => {
    await rotate('bawei');
    const codes = await codesOf([collect('bawei'), collect('bawei'), collect('bawei')]);
    expect(codes.sort()).toEqual(['NOT_FOUND', 'NOT_FOUND', 'ok']);
  });
});

describe('a change', () => {
  test('sets up a new partner with a first secret for the requester', async () => {
    const approval = await change('metro-two', { name: '二号地铁', state: 'sandbox' });
    expect(approval).toMatchObject({ state: 'done', title: '设置合作方：二号地铁' });
    const { secret, oldEndsAtMs } = await collect('metro-two');
    expect(oldEndsAtMs).toBeNull();
    expect(await send(secret, { partnerId: 'metro-two' })).toBe('ok');
    expect(await send(secret)).toBe('SIGNATURE_WRONG');
    expect(await partnerName(freshProcess().platform, 'metro-two')).toBe('二号地铁');
  });

  test('stops a partner for every process within a minute, and lets him in again', async () => {
    await change('metro-three', { name: '三号地铁' });
    const { secret } = await collect('metro-three');
    const { platform } = freshProcess();
    expect(await send(secret, { partnerId: 'metro-three', platform })).toBe('ok');
    await change('metro-three', { name: '三号地铁', state: 'stopped' });
    expect(await send(secret, { partnerId: 'metro-three' })).toBe('PARTNER_UNKNOWN');
    clockMs += MINUTE_MS;
    expect(await send(secret, { partnerId: 'metro-three', platform })).toBe('PARTNER_UNKNOWN');
    await change('metro-three', { name: '三号地铁' });
    expect(await send(secret, { partnerId: 'metro-three' })).toBe('ok');
  });

  test('limits a partner to his own rate', async () => {
    await change('metro-three', { name: '三号地铁', requestsAMinute: 2 });
    await rotate('metro-three');
    const { secret } = await collect('metro-three');
    clockMs += MINUTE_MS;
    const { platform } = freshProcess();
    const codes = [];
    for (let at = 0; at < 3; at += 1) codes.push(await send(secret, { partnerId: 'metro-three', platform }));
    expect(codes).toEqual(['ok', 'ok', 'RATE_LIMITED']);
  });

  test.each([
    ['a city without factors', { city: 'beijing' }, 'city'],
    ['a mode that nobody knows', { modes: ['rocket'] }, 'modes'],
    ['a mode twice', { modes: ['metro', 'metro'] }, 'modes'],
    ['the name of another partner', { name: '二号地铁' }, 'name'],
    ['nothing new', {}, 'partnerId'],
  ])('to %s is refused', async (_name, changes, field) => {
    await expect(askForChange('bawei', changes)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field },
    });
  });

  test('is overtaken when the partner has become another one since it was shown', async () => {
    const { approvalId } = await askForChange('bawei', { requestsAMinute: 100 });
    await expect(rotate('bawei')).rejects.toMatchObject({ code: 'PENDING_ALREADY' });
    const { version } = (await product.platform.database.get(partners, 'bawei'))!;
    await product.platform.database.updateWhere(partners, { _id: 'bawei' }, { version: version + 1 });
    const approval = await agree(freshProcess().platform, partnersChangeKind, approvalId);
    expect(approval).toMatchObject({ state: 'failed', failure: { code: 'OVERTAKEN' } });
    expect((await product.platform.database.get(partners, 'bawei'))?.requestsAMinute).toBe(600);
  });

  test('leaves no secret, open or closed, in approvals and audit log', async () => {
    const { database } = product.platform;
    const boxes = (await database.find(partners, { where: {}, limit: 10 })).flatMap(({ secrets }) => secrets);
    for (const name of ['approvals', 'audit_entries']) {
      const text = JSON.stringify(await database.find<{ _id: string }>({ name }, { where: {}, limit: 100 }));
      expect(boxes.filter(({ box }) => text.includes(box))).toEqual([]);
      expect(text).not.toContain(firstSecret);
    }
  });
});
