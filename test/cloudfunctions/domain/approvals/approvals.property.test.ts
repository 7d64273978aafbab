import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import { approvals } from '../../../../cloudfunctions/domain/approvals/store';
import { auditChains, auditEntries } from '../../../../cloudfunctions/domain/audit/store';
import { canonicalJson, verifyChain } from '../../../../miniprogram/proof';
import * as fc from '../../../support/fast-check';
import { Engine } from './engine';
import { type Decide, Model, type Operation } from './model';
import { stepsOf } from './team';

const startMs = Date.parse('2026-11-10T08:00:00+08:00');
const grants: Record<string, Permission[]> = {
  ann: ['desk.use', 'roles.approve'],
  bob: ['desk.use', 'roles.approve', 'staff.approve'],
  cai: ['desk.use', 'staff.approve'],
  dan: ['desk.use', 'approvals.overrule', 'roles.approve'],
  eve: ['desk.use'],
};
const person = fc.constantFrom(...Object.keys(grants));
const at = fc.nat(3);
const thing = fc.constantFrom('x', 'y');

const decide: fc.Arbitrary<Decide> = fc.record({
  type: fc.constant('decide'),
  by: person,
  at,
  verdict: fc.constantFrom('approve', 'approve', 'approve', 'deny'),
  stale: fc.constantFrom(false, false, false, false, true),
  killed: fc.constantFrom(false, false, false, true),
});

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('request'),
      by: person,
      thing,
      value: fc.constantFrom(1, 2, 100, 101),
      about: fc.constantFrom(null, null, ...Object.keys(grants)),
      refuse: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 10, arbitrary: decide },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('both'), first: decide, second: decide }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('comment', 'withdraw', 'escalate', 'escalate'),
      by: person,
      at,
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('wait'), hours: fc.constantFrom(1, 4, 9, 200) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('toggle'),
      person,
      permission: fc.constantFrom('desk.use', 'roles.approve', 'staff.approve', 'approvals.overrule'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('move'), thing }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('jobs') }) },
);

const namesOne = (one: Operation): number[] =>
  one.type === 'both' ? [one.first.at, one.second.at] : 'at' in one ? [one.at] : [];

const viewOf = ({ approvals: all, things, holds }: Model) => ({
  states: all.map(({ state }) => state),
  approvedBy: all.map(({ approvedBy }) => approvedBy),
  things: Object.fromEntries(Object.entries(things).filter(([, { version }]) => version > 0)),
  holds,
});

/** Two at the same moment end as if one had been first; which one is not for the model to say. */
async function applyBoth(engine: Engine, model: Model, first: Decide, second: Decide): Promise<Model> {
  const outcomes = await Promise.all([engine.apply(first), engine.apply(second)]);
  const orders = ([0, 1] as const).map(leader => {
    const after = model.copy();
    const pair = [first, second] as const;
    const led = after.apply(pair[leader]);
    const followed = after.apply(pair[1 - leader]!);
    return { after, outcomes: leader === 0 ? [led, followed] : [followed, led] };
  });
  const happened = canonicalJson({ outcomes, view: engine.view() });
  const possible = orders.map(order =>
    canonicalJson({ outcomes: order.outcomes, view: viewOf(order.after) }),
  );
  expect(possible).toContain(happened);
  return orders[possible.indexOf(happened)]!.after;
}

/** What has to hold of everything that was ever stored, whatever the model says. */
function checkInvariants(engine: Engine): void {
  for (const one of engine.database.all(approvals)) {
    const approvers = one.steps.flatMap(step => (step.state === 'approved' ? [step.deciderId!] : []));
    const { thing: of, value, about } = JSON.parse(one.payload);
    expect(new Set([one.requesterId, about, ...approvers]).size).toBe(
      new Set([one.requesterId, about]).size + approvers.length,
    );
    if (one.state !== 'done') continue;
    expect(approvers).toHaveLength(stepsOf({ value }).length);
    expect(engine.database.all(auditEntries)).toContainEqual(
      expect.objectContaining({ _id: `approvals.effect:${one._id}`, result: 'done', target: `thing:${of}` }),
    );
  }
  for (const { _id, seq, head } of engine.database.all(auditChains)) {
    const entries = engine.database.all(auditEntries).filter(({ account }) => account === _id);
    entries.sort((left, right) => left.seq - right.seq);
    expect(verifyChain(_id, entries)).toEqual({ ok: true, seq, head });
  }
}

test('whatever people do, in whatever order and at once, the engine does what the model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 40 }), async operations => {
      const engine = await Engine.start(startMs, grants);
      let model = new Model(startMs, structuredClone(grants));
      for (const one of operations) {
        if (namesOne(one).some(index => index >= engine.ids.length)) continue;
        if (one.type === 'both') {
          model = await applyBoth(engine, model, one.first, one.second);
        } else {
          const [outcome, expected] = [await engine.apply(one), model.apply(one)];
          expect({ one, outcome }).toEqual({ one, outcome: expected });
        }
        expect({ one, view: engine.view() }).toEqual({ one, view: viewOf(model) });
      }
      checkInvariants(engine);
    }),
    { numRuns: process.env.SOAK ? 5_000 : 200 },
  );
});
