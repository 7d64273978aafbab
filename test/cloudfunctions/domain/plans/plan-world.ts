import type { PlanPlace } from '../../../../cloudfunctions/contract/plans';
import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import { type Notice, notices } from '../../../../cloudfunctions/domain/inbox/store';
import { checkPlan, dropPlan, keepPlan, listPlans } from '../../../../cloudfunctions/domain/plans';
import { type Plan, plans } from '../../../../cloudfunctions/domain/plans/store';
import { riders } from '../../../../cloudfunctions/domain/riders/store';
import type { Trip } from '../../../../cloudfunctions/domain/rides';
import { trips } from '../../../../cloudfunctions/domain/rides/store';
import { beijingDay } from '../../../../cloudfunctions/platform/beijing-time';
import { TimeWorld } from '../expiry/time-world';

export const MINUTE_MS = 60_000;
export const home: PlanPlace = { station: '世界之窗' };
export const work: PlanPlace = { station: '购物公园' };

interface TripWords {
  fromMs: number;
  mode?: string;
  from?: PlanPlace;
  to?: PlanPlace;
  state?: Trip['state'];
  uid?: string;
}

/** Riders who have agreed, and trips that an operator has signed. */
export class PlanWorld extends TimeWorld {
  constructor() {
    super();
    this.documents.of('factor_sets').set(shenzhenFactorSet._id, JSON.stringify(shenzhenFactorSet));
    for (const uid of ['a', 'b']) this.agree(uid);
  }

  override copy(): PlanWorld {
    const copy = new PlanWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  agree(uid: string, withdrawnAtMs: number | null = null): void {
    const consents = [{ policyVersion: CURRENT_POLICY_VERSION, givenAtMs: 1, withdrawnAtMs }];
    const rider = { _id: uid, createdAtMs: 1, consents, lastBoundAtMs: null, unbindDueUpToMs: null };
    this.documents.of(riders.name).set(uid, JSON.stringify(rider));
  }

  keep(key: string, change: Partial<Parameters<typeof keepPlan>[1]> = {}, process = this.process()) {
    const request = { uid: 'a', city: 'shenzhen', from: home, to: work, mode: 'metro' };
    const whole = { ...request, when: 'today' as const, ...change };
    return keepPlan(process, whole, { key, hash: JSON.stringify(whole) });
  }

  drop(planId: string, uid = 'a', process = this.process()) {
    return dropPlan(process, { uid, planId }, { key: `drop ${uid} ${planId}`, hash: planId });
  }

  check(planId: string, uid = 'a') {
    return checkPlan(this.process(), { uid, planId });
  }

  trip(id: string, words: TripWords): void {
    const { fromMs, mode = 'metro', from = home, to = work, state = 'credited', uid = 'a' } = words;
    const evidence = { mode, entry: { ...from, atMs: fromMs }, exit: { ...to, atMs: fromMs + MINUTE_MS } };
    const day = beijingDay(fromMs);
    const trip = { _id: id, uid, state, fromMs, day, timeline: `${fromMs}:${id}`, evidence };
    this.documents.of(trips.name).set(id, JSON.stringify(trip));
  }

  async states(uid = 'a'): Promise<string[]> {
    const page = await listPlans(this.process(), { uid, cursor: null, limit: 50 });
    return page.plans.map(({ state, bonus }) => `${state} ${bonus}`);
  }

  plan(planId: string): Plan | undefined {
    return this.documents.all(plans).find(({ _id }) => _id === planId);
  }

  told(): Pick<Notice, 'uid' | 'template' | 'parameters'>[] {
    return this.documents
      .all(notices)
      .map(({ uid, template, parameters }) => ({ uid, template, parameters }));
  }
}
