import { Refusal } from '../../../../cloudfunctions/contract/errors';
import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import { answerOnce } from '../../../../cloudfunctions/domain/answers';
import {
  commentOnApproval,
  decideApproval,
  escalateApproval,
  expireApprovals,
  requestApproval,
  runDueEffects,
  runEffect,
  withdrawApproval,
} from '../../../../cloudfunctions/domain/approvals';
import { asOf } from '../../../../cloudfunctions/domain/approvals/rules';
import { approvals, approvalTargets } from '../../../../cloudfunctions/domain/approvals/store';
import type { Platform, Transaction } from '../../../../cloudfunctions/platform';
import type { Decide, Operation, Request } from './model';
import { SnapshotDatabase } from './snapshot-database';
import { actingAs, changeKind, desk, type Team, teams, things } from './team';

/** The engine as function staff uses it, on a database in memory. */
export class Engine {
  readonly database = new SnapshotDatabase();
  readonly ids: string[] = [];
  private numbers = 0;
  readonly platform: Platform;

  private constructor(public nowMs: number) {
    this.platform = {
      database: this.database,
      nowMs: () => this.nowMs,
      randomId: () => `id${String(this.next()).padStart(24, '0')}`,
      log: () => undefined,
    } as unknown as Platform;
  }

  static async start(nowMs: number, grants: Team['grants']): Promise<Engine> {
    const engine = new Engine(nowMs);
    await engine.database.transact(transaction =>
      transaction.add(teams, { _id: 'team', grants: structuredClone(grants), uses: 0 }),
    );
    return engine;
  }

  private next(): number {
    this.numbers += 1;
    return this.numbers;
  }

  grants(): Team['grants'] {
    return this.database.all(teams)[0]!.grants;
  }

  by(personId: string) {
    return { ...actingAs(personId, this.grants()), readsAll: true };
  }

  /** Once for a request, however often it is sent. */
  once<Answer>(work: (transaction: Transaction) => Promise<Answer>): Promise<Answer> {
    const key = `request:${this.next()}`;
    return answerOnce(this.platform, { key, hash: key }, work);
  }

  async apply(operation: Exclude<Operation, { type: 'both' }>): Promise<string> {
    try {
      return await this.run(operation);
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  private async run(operation: Exclude<Operation, { type: 'both' }>): Promise<string> {
    const { platform } = this;
    switch (operation.type) {
      case 'request':
        return this.request(operation);
      case 'decide':
        return this.decide(operation);
      case 'comment': {
        const comment = { approvalId: this.ids[operation.at]!, text: '看过', by: this.by(operation.by) };
        await this.once(transaction => commentOnApproval(transaction, platform, comment));
        return 'ok';
      }
      case 'withdraw':
      case 'escalate': {
        const what = { approvalId: this.ids[operation.at]!, reason: '理由', by: this.by(operation.by) };
        const isWithdrawal = operation.type === 'withdraw';
        const work = isWithdrawal ? withdrawApproval : escalateApproval;
        await this.once(transaction => work(transaction, platform, desk, what));
        return isWithdrawal ? 'withdrawn' : 'pending';
      }
      case 'wait':
        this.nowMs += operation.hours * 3_600_000;
        return 'ok';
      case 'toggle':
        return this.toggle(operation.person, operation.permission);
      case 'move':
        return this.move(operation.thing);
      case 'jobs':
        return this.jobs();
    }
  }

  private async request({ by, thing, value, about, refuse }: Request): Promise<string> {
    const request = {
      payload: { thing, value, about, refuse },
      requesterId: by,
      reason: '需要',
      differences: [],
    };
    const { approvalId } = await this.once(transaction =>
      requestApproval(transaction, this.platform, changeKind, request),
    );
    this.ids.push(approvalId);
    return 'ok';
  }

  private async decide({ by, at, verdict, stale, killed }: Decide): Promise<string> {
    const approvalId = this.ids[at]!;
    const { payloadHash: read } = (await this.database.get(approvals, approvalId))!;
    const payloadHash = stale ? '0'.repeat(64) : read;
    const decision = { approvalId, payloadHash, verdict, comment: '', by: this.by(by), riderUid: null };
    const { state } = await this.once(transaction =>
      decideApproval(transaction, this.platform, desk, decision),
    );
    if (state !== 'approved' || killed) return state;
    return (await runEffect(this.platform, desk, approvalId)).state;
  }

  private async toggle(person: string, permission: Permission): Promise<string> {
    await this.database.transact(async transaction => {
      const { grants, uses } = (await transaction.get(teams, 'team'))!;
      const held = grants[person]!;
      const next = held.includes(permission) ? held.filter(one => one !== permission) : [...held, permission];
      await transaction.update(teams, 'team', { grants: { ...grants, [person]: next }, uses });
    });
    return 'ok';
  }

  private async move(thing: string): Promise<string> {
    await this.database.transact(async transaction => {
      const old = await transaction.get(things, thing);
      if (old) await transaction.update(things, thing, { version: old.version + 1 });
      else await transaction.add(things, { _id: thing, version: 1, values: [] });
    });
    return 'ok';
  }

  async jobs(): Promise<string> {
    for (const job of [expireApprovals(desk), runDueEffects(desk)]) {
      let cursor: string | null = null;
      do
        ({ cursor } = await job.step(this.platform, {
          windowStartMs: 0,
          cursor,
          deadlineMs: Number.POSITIVE_INFINITY,
        }));
      while (cursor !== null);
    }
    return 'ok';
  }

  /** What can be compared with the model. */
  view() {
    const byId = new Map(this.database.all(approvals).map(one => [one._id, asOf(one, this.nowMs)]));
    const found = this.ids.map(id => byId.get(id)!);
    const held = this.database.all(approvalTargets).filter(({ approvalId }) => approvalId !== null);
    return {
      states: found.map(({ state }) => state),
      approvedBy: found.map(({ steps }) =>
        steps.filter(({ state }) => state === 'approved').map(({ deciderId }) => deciderId),
      ),
      things: Object.fromEntries(this.database.all(things).map(({ _id, ...thing }) => [_id, thing])),
      holds: Object.fromEntries(held.map(({ _id, approvalId }) => [_id, this.ids.indexOf(approvalId!)])),
    };
  }
}
