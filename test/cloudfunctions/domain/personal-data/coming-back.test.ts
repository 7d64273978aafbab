import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { STEPS_CONSENT_VERSION } from '../../../../cloudfunctions/contract/steps';
import { purgeExpired } from '../../../../cloudfunctions/domain/jobs';
import { submitReport } from '../../../../cloudfunctions/domain/reports';
import { giveConsent, purges, requestDeletion, signIn } from '../../../../cloudfunctions/domain/riders';
import { leftIdentities } from '../../../../cloudfunctions/domain/riders/store';
import { giveStepsConsent, syncSteps } from '../../../../cloudfunctions/domain/steps';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijingDay, startOfDayMs } from '../../../../cloudfunctions/platform/beijing-time';
import { TimeWorld } from '../expiry/time-world';
import { closeDue, DAY_MS } from './leaving-rider';

const OPENID = 'o-comes-back';
const HISTORY_DAYS = 31;
const DAY_CREDITS = 296;

let requests = 0;
const request = () => {
  requests += 1;
  return { key: `back:${requests}`, hash: 'h' };
};

/** Somebody who walks more than pays, every day, and whose phone says so. */
class Walker extends TimeWorld {
  override process(): ReturnType<TimeWorld['process']> {
    const platform = super.process();
    const today = startOfDayMs(beijingDay(this.nowMs));
    const stepInfoList = Array.from({ length: HISTORY_DAYS }, (_, ago) => ({
      timestamp: (today - ago * DAY_MS) / 1000,
      step: 20_000,
    }));
    const files = { remove: async () => undefined };
    return { ...platform, files, openData: async () => ({ isOpen: true, data: { stepInfoList } }) } as never;
  }

  async comes(): Promise<string> {
    const { uid } = await signIn(this.process(), { openid: OPENID, requestId: `in-${requests}` });
    const consent = { uid, policyVersion: CURRENT_POLICY_VERSION };
    await giveConsent(this.process(), { ...consent, request: request() });
    return uid;
  }

  /** What all the steps that WeChat knows pay. */
  async walks(uid: string): Promise<number> {
    const agreement = { uid, version: STEPS_CONSENT_VERSION, isFourteen: true };
    await giveStepsConsent(this.process(), { ...agreement, request: request() });
    return (await syncSteps(this.process(), { uid, cloudId: 'id', request: request() })).paidCredits;
  }

  async leaves(uid: string): Promise<void> {
    await requestDeletion(this.process(), { uid, request: request() });
    this.nowMs += 30 * DAY_MS;
    await this.walks(uid);
    await closeDue(this.process() as Platform);
    this.nowMs += 3 * 60_000;
    await closeDue(this.process() as Platform);
  }
}

test('steps that an account was paid for are not paid again to the one after it', async () => {
  const world = new Walker();
  const before = await world.comes();
  expect(await world.walks(before)).toBe(HISTORY_DAYS * DAY_CREDITS);
  await world.leaves(before);
  const after = await world.comes();
  expect(after).not.toBe(before);
  expect(await world.walks(after)).toBe(0);
  world.nowMs += 2 * DAY_MS;
  expect(await world.walks(after)).toBe(2 * DAY_CREDITS);
  expect(await world.faults()).toEqual([]);
});

test('nor is a trip of that time declared again', async () => {
  const world = new Walker();
  await world.leaves(await world.comes());
  const uid = await world.comes();
  const claim = { fromMs: world.nowMs - DAY_MS, toMs: world.nowMs - DAY_MS + 600_000 };
  const submission = { uid, claim } as unknown as Parameters<typeof submitReport>[1];
  const submitted = submitReport(world.process(), submission, { key: `reports.submit:${uid}:r`, hash: 'h' });
  await expect(submitted).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { field: 'fromMs', reason: expect.stringContaining('上一个账户') },
  });
});

test('what is kept for that names neither rider nor identity, and goes after a month', async () => {
  const world = new Walker();
  const uid = await world.comes();
  await world.leaves(uid);
  const [left] = world.documents.all(leftIdentities);
  expect(Object.keys(left!).sort()).toEqual(['_id', 'expiresAtMs', 'leftAtMs']);
  expect(JSON.stringify({ ...left, _id: '' })).not.toContain(uid);
  world.nowMs += HISTORY_DAYS * DAY_MS;
  await world.run(purgeExpired(purges));
  expect(world.documents.all(leftIdentities)).toEqual([]);
});
