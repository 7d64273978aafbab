import { recordAudit } from '../../../cloudfunctions/domain/audit';
import { auditLog } from '../../../cloudfunctions/domain/seals/audit-log';
import { reportLines } from '../../../local/audit-log/print-report';
import { readAudit } from '../../../local/audit-log/read-audit';
import { verifyAudit } from '../../../local/audit-log/verify-audit';
import type { DocumentSource } from '../../../local/ledger/document-source';
import { linkHash } from '../../../miniprogram/proof';
import { beijing } from '../../cloudfunctions/domain/ledger/notation';
import { SealedWorld } from '../../cloudfunctions/domain/seals/sealed-world';

type Stored = { _id: string; [field: string]: unknown };

const LAST = '2026-11-11';
let world: SealedWorld;
/** Two people with two deeds on each of two days, both sealed, and one more today. */
beforeEach(async () => {
  world = new SealedWorld();
  for (const day of ['2026-11-10', LAST, '2026-11-12']) {
    world.nowMs = beijing(`${day} 00:10`);
    await world.seal(world.process(), auditLog);
    world.nowMs = beijing(`${day} 09:00`);
    for (const actorId of ['ann', 'bob']) await record(actorId, `${actorId}:${day}`);
  }
});

const record = (actorId: string, key: string): Promise<void> => {
  const what = { action: 'a', permission: null, target: null, result: 'done' } as const;
  const platform = world.process();
  return platform.database.transact(async transaction => {
    await recordAudit(transaction, platform, { ...what, key, actorId, roles: [] });
  });
};

const source: DocumentSource = {
  isLive: false,
  page: async ({ collection, afterId }) =>
    [...world.documents.of(collection).values()]
      .map(text => JSON.parse(text) as Stored)
      .filter(({ _id }) => _id > afterId)
      .sort((left, right) => (left._id < right._id ? -1 : 1)),
  get: async (collection, id) =>
    JSON.parse(world.documents.of(collection).get(id) ?? 'null') as Stored | null,
  close: async () => undefined,
};

async function verify(knownRoots?: Map<string, string>) {
  const lines: string[] = [];
  for await (const line of readAudit(source)) lines.push(JSON.stringify(line));
  return verifyAudit(lines, knownRoots);
}

const read = (collection: string, id: string) =>
  JSON.parse(world.documents.of(collection).get(id)!) as Stored;
const write = (collection: string, document: Stored) =>
  world.documents.of(collection).set(document._id, JSON.stringify(document));

test('an export has the seals of the audit log, and is found as it was sealed', async () => {
  const report = await verify();
  expect(report).toMatchObject({
    ok: true,
    entries: 6,
    seals: { seals: 2, last: { day: LAST }, waiting: 0 },
  });
  expect(reportLines(report).join('\n')).toContain(`the root of all up to ${LAST} is`);
});

test('a deed that was changed after its seal, with its chain made anew, is named', async () => {
  let previousHash = '';
  for (const key of ['bob:2026-11-10', `bob:${LAST}`, 'bob:2026-11-12']) {
    const entry = read('audit_entries', key) as Stored & {
      chain: { account: string; seq: number; previousHash: string; hash: string }[];
    };
    const link = entry.chain[0]!;
    if (previousHash === '') entry.action = 'something harmless';
    else link.previousHash = previousHash;
    link.hash = linkHash({ ...link, entry });
    previousHash = link.hash;
    write('audit_entries', entry);
  }
  write('audit_chains', { ...read('audit_chains', 'staff:bob'), head: previousHash });
  const { faults } = await verify();
  const problem = expect.stringContaining('not what was sealed on 2026-11-10');
  expect(faults).toContainEqual({ chain: 'staff:bob', seq: 1, id: 'bob:2026-11-10', problem });
});

test.each<[string, () => void, string, RegExp]>([
  [
    'a root that was changed',
    () => write('seals', { ...read('seals', `audit:${LAST}`), root: '0'.repeat(64) }),
    `seal:${LAST}`,
    /root was changed/,
  ],
  [
    'the last seal, when it is gone',
    () => {
      world.documents.of('seals').delete(`audit:${LAST}`);
      world.documents.of('seal_leaves').delete(`audit:${LAST}:000000`);
      world.nowMs = beijing('2026-11-13 09:00');
    },
    `seal:${LAST}`,
    /is missing/,
  ],
])('%s is found', async (_name, change, chain, problem) => {
  change();
  await record('ann', 'ann:now');
  const { faults } = await verify();
  expect(faults).toEqual([{ chain, seq: null, id: null, problem: expect.stringMatching(problem) }]);
});

test('a history made anew with all its seals is found by a root that somebody has kept', async () => {
  const report = await verify(new Map([[LAST, 'a'.repeat(64)]]));
  expect(report.faults).toMatchObject([
    { chain: `seal:${LAST}`, problem: expect.stringContaining('made anew') },
  ]);
});
