import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import { DECIDE_WITHIN_MS, stepsOf } from './team';

export interface Request {
  type: 'request';
  by: string;
  thing: string;
  value: number;
  about: string | null;
  refuse: boolean;
}
export interface Decide {
  type: 'decide';
  by: string;
  at: number;
  verdict: 'approve' | 'deny';
  stale: boolean;
  /** The function is killed before it comes to the effect. */
  killed: boolean;
}
export type Operation =
  | Request
  | Decide
  | { type: 'comment' | 'withdraw' | 'escalate'; by: string; at: number }
  | { type: 'both'; first: Decide; second: Decide }
  | { type: 'wait'; hours: number }
  | { type: 'toggle'; person: string; permission: Permission }
  | { type: 'move'; thing: string }
  | { type: 'jobs' };

interface ModelApproval extends Omit<Request, 'type'> {
  state: string;
  need: Permission[];
  /** What the step asked for that has gone one level up. */
  orElse: Permission | null;
  deciders: string[];
  approvedBy: string[];
  openedAtMs: number;
  dueAtMs: number;
  endedAtMs: number;
  escalated: boolean;
  base: number;
}

/** What the engine ought to do, in the plainest words there are. */
export class Model {
  approvals: ModelApproval[] = [];
  things: Record<string, { version: number; values: number[] }> = {};
  holds: Record<string, number> = {};

  constructor(
    public nowMs: number,
    public grants: Record<string, Permission[]>,
  ) {}

  copy(): Model {
    return Object.assign(new Model(this.nowMs, {}), structuredClone({ ...this }));
  }

  /** The outcome: a state or an error's code. */
  apply(operation: Exclude<Operation, { type: 'both' }>): string {
    this.settle();
    switch (operation.type) {
      case 'request':
        return this.request(operation);
      case 'decide':
        return this.decide(operation);
      case 'comment':
        return this.approvals[operation.at]!.state === 'pending' ? 'ok' : 'ALREADY_DECIDED';
      case 'withdraw':
        return this.withdraw(operation.by, operation.at);
      case 'escalate':
        return this.escalate(operation.by, operation.at);
      case 'wait':
        this.nowMs += operation.hours * 3_600_000;
        this.settle();
        return 'ok';
      case 'toggle':
        return this.toggle(operation.person, operation.permission);
      case 'move':
        this.thing(operation.thing).version += 1;
        return 'ok';
      case 'jobs':
        return this.jobs();
    }
  }

  private thing(name: string) {
    this.things[name] ??= { version: 0, values: [] };
    return this.things[name];
  }

  private request(given: Request): string {
    if (this.holds[given.thing] !== undefined) return 'PENDING_ALREADY';
    this.holds[given.thing] = this.approvals.length;
    const { type: _, ...facts } = given;
    const base = this.thing(given.thing).version;
    this.approvals.push({
      ...facts,
      ...{
        state: 'pending',
        need: stepsOf(given),
        orElse: null,
        deciders: [],
        approvedBy: [],
        escalated: false,
        base,
      },
      ...{ openedAtMs: this.nowMs, dueAtMs: this.nowMs + DECIDE_WITHIN_MS, endedAtMs: 0 },
    });
    return 'ok';
  }

  private decide({ by, at, verdict, stale, killed }: Decide): string {
    const one = this.approvals[at]!;
    if (one.state !== 'pending') return 'ALREADY_DECIDED';
    if (stale) return 'CHANGED_SINCE_READ';
    const involved = [one.by, one.about, ...one.deciders];
    if (involved.includes(by)) return 'OWN_REQUEST';
    const holds = (person: string, permission: Permission | null) =>
      permission !== null && this.grants[person]!.includes(permission);
    const isHeld = (permission: Permission | null) =>
      Object.keys(this.grants).some(person => holds(person, permission) && !involved.includes(person));
    if (!this.grants[by]!.includes('desk.use')) return 'STAFF_RESTING';
    if (!holds(by, one.need[0]!)) {
      if (isHeld(one.need[0]!)) return 'FORBIDDEN';
      if (isHeld(one.orElse) && !holds(by, one.orElse)) return 'FORBIDDEN';
    }
    one.deciders.push(by);
    if (verdict === 'deny') return this.end(one, at, 'denied');
    one.approvedBy.push(by);
    one.need.shift();
    one.orElse = null;
    this.open(one, this.nowMs);
    if (one.need.length > 0) return 'pending';
    one.state = 'approved';
    if (killed) return 'approved';
    return this.effect(one, at);
  }

  private effect(one: ModelApproval, at: number): string {
    const thing = this.thing(one.thing);
    if (thing.version !== one.base || one.refuse) return this.end(one, at, 'failed');
    thing.version += 1;
    thing.values.push(one.value);
    return this.end(one, at, 'done');
  }

  private withdraw(by: string, at: number): string {
    const one = this.approvals[at]!;
    if (one.by !== by) return 'FORBIDDEN';
    return one.state === 'pending' ? this.end(one, at, 'withdrawn') : 'ALREADY_DECIDED';
  }

  private escalate(by: string, at: number): string {
    const one = this.approvals[at]!;
    const isLate = one.state === 'pending' && this.nowMs - one.openedAtMs >= DECIDE_WITHIN_MS / 2;
    const isAppeal = one.state === 'denied' && this.nowMs - one.endedAtMs < 7 * 24 * 3_600_000;
    if (one.by !== by || one.escalated || !(isLate || isAppeal)) return 'FORBIDDEN';
    const involved = [one.by, one.about, ...one.deciders];
    const isAbove = (person: string) =>
      this.grants[person]!.includes('approvals.overrule') && !involved.includes(person);
    if (isAppeal && !Object.keys(this.grants).some(isAbove)) return 'FORBIDDEN';
    if (isAppeal && this.holds[one.thing] !== undefined) return 'PENDING_ALREADY';
    this.holds[one.thing] = at;
    this.overrule(one, this.nowMs);
    return 'pending';
  }

  private overrule(one: ModelApproval, atMs: number): void {
    one.state = 'pending';
    one.escalated = true;
    one.orElse = one.need[0] ?? null;
    one.need[0] = 'approvals.overrule';
    this.open(one, atMs);
  }

  private open(one: ModelApproval, atMs: number): void {
    one.openedAtMs = atMs;
    one.dueAtMs = atMs + DECIDE_WITHIN_MS;
  }

  private toggle(person: string, permission: Permission): string {
    const held = this.grants[person]!;
    this.grants[person] = held.includes(permission)
      ? held.filter(one => one !== permission)
      : [...held, permission];
    return 'ok';
  }

  private end(one: ModelApproval, at: number, state: string): string {
    one.state = state;
    one.endedAtMs = this.nowMs;
    if (this.holds[one.thing] === at) delete this.holds[one.thing];
    return state;
  }

  /** Time counts by itself; only the target is held until the job writes it down. */
  private settle(): void {
    for (const one of this.approvals) {
      while (one.state === 'pending' && this.nowMs >= one.dueAtMs) {
        if (one.escalated) one.state = 'expired';
        else this.overrule(one, one.dueAtMs);
      }
    }
  }

  private jobs(): string {
    for (const [at, one] of this.approvals.entries()) {
      if (one.state === 'expired' && this.holds[one.thing] === at) delete this.holds[one.thing];
      if (one.state === 'approved') this.effect(one, at);
    }
    return 'ok';
  }
}
