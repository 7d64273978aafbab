import { Refusal } from '../../../../cloudfunctions/contract/errors';
import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import {
  countApprovals,
  decideApproval,
  getApproval,
  handOverApproval,
  listApprovals,
  openApprovalsOf,
  requestApproval,
  runEffect,
  withdrawApproval,
} from '../../../../cloudfunctions/domain/approvals';
import { listChains, readChain, recordDenial, searchAudit } from '../../../../cloudfunctions/domain/audit';
import type { Platform } from '../../../../cloudfunctions/platform';
import { verifyChain } from '../../../../miniprogram/proof';
import { DatabaseProxy } from '../../../support/database-proxy';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { actingAs, changeKind, desk, holdersOf, teams, things } from './team';

const grants: Record<string, Permission[]> = {
  ann: ['desk.use'],
  bob: ['desk.use', 'roles.approve'],
  cai: ['desk.use', 'roles.approve'],
  eve: ['desk.use'],
};
let product: Product;
let proxy: DatabaseProxy;
let platform: Platform;
beforeAll(async () => {
  product = await startProduct();
  platform = product.platform;
  proxy = await DatabaseProxy.open(product.cloud);
  await platform.database.add(teams, { _id: 'team', grants, uses: 0 });
}, START_TIMEOUT_MS);
afterAll(async () => {
  await proxy?.stop();
  await product?.stop();
});

const viewer = (personId: string) => ({ personId, holders: holdersOf({ grants }), readsAll: false });

async function ask(thing: string): Promise<{ approvalId: string; payloadHash: string }> {
  const request = {
    payload: { thing, value: 1, about: null },
    requesterId: 'ann',
    reason: '需要',
    differences: [],
  };
  const { approvalId } = await platform.database.transact(transaction =>
    requestApproval(transaction, platform, changeKind, request),
  );
  return { approvalId, payloadHash: (await getApproval(platform, viewer('ann'), approvalId)).payloadHash };
}

const approve = (asked: { approvalId: string; payloadHash: string }, personId: string) =>
  platform.database.transact(transaction =>
    decideApproval(transaction, platform, desk, {
      ...asked,
      verdict: 'approve',
      comment: '',
      by: actingAs(personId, grants),
      riderUid: null,
    }),
  );

const codeOf = (error: unknown): string => (error as Refusal).code;

test('of two approvers at the same instant one decides, and the effect happens once', async () => {
  for (const round of [1, 2, 3]) {
    const asked = await ask(`thing-${round}`);
    const outcomes = await Promise.all(
      ['bob', 'cai'].map(async person => {
        try {
          const { state } = await approve(asked, person);
          return (await runEffect(platform, desk, asked.approvalId)).state === 'done' ? state : 'not done';
        } catch (error) {
          return codeOf(error);
        }
      }),
    );
    expect(outcomes.sort()).toEqual(['ALREADY_DECIDED', 'approved']);
    expect(await platform.database.get(things, `thing-${round}`)).toMatchObject({ version: 1, values: [1] });
  }
});

test('of two requests for one target at the same instant one is refused', async () => {
  const outcomes = await Promise.all(
    [1, 2].map(() =>
      ask('contended').then(
        () => 'asked',
        () => 'refused',
      ),
    ),
  );
  expect(outcomes.sort()).toEqual(['asked', 'refused']);
});

test('who has nothing to do with an approval cannot tell that it is there', async () => {
  const asked = await ask('hidden');
  await expect(getApproval(platform, viewer('eve'), asked.approvalId)).rejects.toThrow(
    new Refusal('NOT_FOUND'),
  );
  await expect(approve(asked, 'eve')).rejects.toThrow(new Refusal('NOT_FOUND'));
  await expect(approve(asked, 'ann')).rejects.toThrow(new Refusal('OWN_REQUEST'));
  await expect(
    listApprovals(platform, viewer('eve'), { which: 'all', cursor: null, limit: 9 }),
  ).rejects.toThrow(new Refusal('FORBIDDEN'));
});

test('lists show what waits for whom, page by page', async () => {
  for (const number of [1, 2, 3]) await ask(`listed-${number}`);
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listApprovals>> = await listApprovals(platform, viewer('bob'), {
      which: 'decide',
      cursor,
      limit: 2,
    });
    titles.push(...page.approvals.map(({ title }) => title));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(titles.slice(0, 3)).toEqual(['修改 listed-3', '修改 listed-2', '修改 listed-1']);
  expect(await countApprovals(platform, viewer('bob'))).toEqual({ toDecide: titles.length, mine: 0 });
  expect(await countApprovals(platform, viewer('ann'))).toEqual({ toDecide: 0, mine: titles.length });
});

test('a request is handed over to somebody who then may not decide it, nor may who handed it over', async () => {
  const { approvalId } = await ask('handed');
  expect(await openApprovalsOf(platform, 'ann')).toContain(approvalId);
  await platform.database.transact(transaction =>
    handOverApproval(transaction, approvalId, { fromId: 'ann', toId: 'bob' }),
  );
  expect(await openApprovalsOf(platform, 'bob')).toEqual([approvalId]);
  const { actions } = await getApproval(platform, viewer('bob'), approvalId);
  expect(actions).toEqual(['comment', 'withdraw']);
  const withdrawal = { approvalId, reason: '不用了', by: actingAs('bob', grants) };
  await platform.database.transact(transaction => withdrawApproval(transaction, platform, desk, withdrawal));
  expect(await openApprovalsOf(platform, 'bob')).toEqual([]);
});

test('each use case takes the database calls that it says', async () => {
  const calls = async (work: () => Promise<unknown>): Promise<number> => {
    proxy.reset();
    await work();
    return proxy.calls.length;
  };
  const asked = await ask('counted');
  // Start and commit, and the two calls of this team's claim, come on top of a use case's own.
  expect(await calls(() => approve(asked, 'bob'))).toBe(2 + 2 + 5);
  expect(await calls(() => runEffect(platform, desk, asked.approvalId))).toBe(2 + 7 + 3);
  expect(await calls(() => runEffect(platform, desk, asked.approvalId))).toBe(3);
  expect(await calls(() => getApproval(platform, viewer('ann'), asked.approvalId))).toBe(1);
  expect(
    await calls(() => searchAudit(platform, { action: 'test.change' }, { cursor: null, limit: 5 })),
  ).toBe(1);
});

test('outsiders’ denials, eight at once, all stand in chains that verify', async () => {
  const denials = Array.from({ length: 8 }, (_, number) => ({
    ...{ key: `denied:${number}`, actorId: `outsider:${'3'.repeat(32)}`, roles: [], action: 'staff.list' },
    ...{ permission: 'staff.read', target: null, result: 'denied', code: 'NOT_STAFF' },
  }));
  await Promise.all(
    denials.map(denial => recordDenial(platform, denial as Parameters<typeof recordDenial>[1])),
  );
  await recordDenial(platform, denials[0] as Parameters<typeof recordDenial>[1]);
  const { chains } = await listChains(platform, { cursor: null });
  expect(chains.find(({ account }) => account === 'outsider#3')!.seq).toBe(8);
  for (const { account, seq, head } of chains) {
    const { entries } = await readChain(platform, { account, afterSeq: 0 });
    expect(verifyChain(account, entries)).toEqual({ ok: true, seq, head });
  }
});
