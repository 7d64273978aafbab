import { URI } from 'otpauth';
import {
  activateCode,
  beginCode,
  confirmCode,
  settled,
  showCode,
} from '../../../../cloudfunctions/domain/staff';
import { codesOf } from '../../../support/codes-of';
import { MINUTE_MS, type Person, STEP_MS, type TestTeam } from './team';

/** One-time codes; the clock starts at the beginning of a step. */
export function codesCases(team: () => TestTeam): void {
  describe('with codes in force', () => {
    let ann: Person;
    beforeEach(async () => {
      ann = await team().hire('ann', ['account-admin']);
      await team().confirm(ann);
    });

    const enter = async (code: string) => settled(await team().does(ann, 'anyone', confirmCode, { code }));
    const wrong = () => (team().codeOf(ann) === '000000' ? '111111' : '000000');

    describe('a one-time code', () => {
      test('counts once: neither it nor an earlier one is accepted again', async () => {
        team().nowMs += 2 * STEP_MS;
        const code = team().codeOf(ann);
        const before = team().codeOf(ann, team().nowMs - STEP_MS);
        expect(await enter(code)).toEqual({ confirmedUntilMs: team().nowMs + 10 * MINUTE_MS });
        expect(await codesOf([enter(code)])).toEqual(['ONE_TIME_CODE_WRONG']);
        expect(await codesOf([enter(before)])).toEqual(['ONE_TIME_CODE_WRONG']);
      });

      test('counts once also when it is entered at two places at the same time', async () => {
        team().nowMs += STEP_MS;
        const code = team().codeOf(ann);
        const codes = await codesOf([enter(code), enter(code)]);
        expect(codes.sort()).toEqual(['ONE_TIME_CODE_WRONG', 'ok']);
      });

      test('of a repeated request is judged once', async () => {
        const code = wrong();
        const once = async () =>
          settled(await team().does(ann, 'anyone', confirmCode, { code }, 'the-same-request'));
        expect(await codesOf([once()])).toEqual(['ONE_TIME_CODE_WRONG']);
        expect(await codesOf([once()])).toEqual(['ONE_TIME_CODE_WRONG']);
        expect((await team().member(ann)).oneTimeCode?.failures).toBe(1);
      });

      test.each([
        [-2, 'ONE_TIME_CODE_WRONG'],
        [-1, 'ok'],
        [0, 'ok'],
        [1, 'ok'],
        [2, 'ONE_TIME_CODE_WRONG'],
      ])('of the step %i steps away: %s', async (steps, expected) => {
        team().nowMs += 10 * STEP_MS;
        expect(await codesOf([enter(team().codeOf(ann, team().nowMs + steps * STEP_MS))])).toEqual([
          expected,
        ]);
      });

      test('confirms for ten minutes to the millisecond', async () => {
        await team().confirm(ann);
        team().nowMs += 10 * MINUTE_MS - 1;
        expect(await team().denial(ann, 'staff.open')).toBeNull();
        team().nowMs += 1;
        expect(await team().denial(ann, 'staff.open')).toBe('CONFIRMATION_REQUIRED');
        expect(await team().denial(ann, 'staff.read')).toBeNull();
      });

      test('is not known in clear anywhere in the database', async () => {
        const kept = JSON.stringify(await team().member(ann));
        expect(kept).not.toContain(ann.secret);
      });
    });

    describe('wrong codes', () => {
      test('lock after five for twenty minutes, then there are five new tries', async () => {
        team().nowMs += STEP_MS;
        for (const triesLeft of [4, 3, 2, 1]) {
          await expect(enter(wrong())).rejects.toMatchObject({
            code: 'ONE_TIME_CODE_WRONG',
            details: { triesLeft },
          });
        }
        team().nowMs += 1;
        const lockedUntilMs = team().nowMs + 20 * MINUTE_MS;
        const locked = { code: 'ONE_TIME_CODE_LOCKED', details: { lockedUntilMs } };
        await expect(enter(wrong())).rejects.toMatchObject(locked);
        expect(await team().audited('desk.confirmCode', { actorId: ann.staffId })).toMatchObject({
          result: 'denied',
          code: 'ONE_TIME_CODE_LOCKED',
        });
        team().nowMs = lockedUntilMs - 1;
        await expect(enter(team().codeOf(ann))).rejects.toMatchObject(locked);
        team().nowMs = lockedUntilMs;
        expect(await codesOf([enter(wrong())])).toEqual(['ONE_TIME_CODE_WRONG']);
        expect((await team().member(ann)).oneTimeCode).toMatchObject({ failures: 1, lockedUntilMs: null });
        expect(await codesOf([enter(team().codeOf(ann))])).toEqual(['ok']);
        expect((await team().member(ann)).oneTimeCode).toMatchObject({ failures: 0 });
      });

      test('are all counted when they come at once', async () => {
        const codes = await codesOf(Array.from({ length: 6 }, () => enter(wrong())));
        expect(codes.filter(code => code === 'ONE_TIME_CODE_WRONG')).toHaveLength(4);
        expect(codes.filter(code => code === 'ONE_TIME_CODE_LOCKED')).toHaveLength(2);
      });
    });

    describe('a clock that is moved', () => {
      test('forth and back makes no used code count again', async () => {
        const usedAtMs = team().nowMs + 5 * STEP_MS;
        team().nowMs = usedAtMs;
        const used = team().codeOf(ann);
        await enter(used);
        team().nowMs = usedAtMs + 60 * MINUTE_MS;
        await enter(team().codeOf(ann));
        team().nowMs = usedAtMs;
        expect(await codesOf([enter(used)])).toEqual(['ONE_TIME_CODE_WRONG']);
      });

      test('back does not make a confirmation last', async () => {
        team().nowMs += 60 * MINUTE_MS;
        await team().confirm(ann);
        team().nowMs -= 2 * MINUTE_MS;
        expect(await team().denial(ann, 'staff.open')).toBe('CONFIRMATION_REQUIRED');
      });
    });

    describe('setting up', () => {
      test('gives a secret that an authenticator reads, and puts it in force by its first code', async () => {
        const { staffId } = await team().claimAnew('o-carl');
        const carl = { openid: 'o-carl', staffId, secret: '' };
        const begun = await team().does(carl, 'anyone', beginCode, {});
        expect(JSON.stringify(begun)).not.toContain(showCode(team().platform, begun).secret);
        const { secret, uri } = showCode(team().platform, begun);
        expect(URI.parse(uri)).toMatchObject({ algorithm: 'SHA1', digits: 6, period: 30 });
        const code = team().codeOf({ ...carl, secret });
        settled(await team().does(carl, 'anyone', activateCode, { code }));
        expect(await team().denial(carl, 'staff.open')).toBeNull();
        expect(
          await codesOf([(async () => settled(await team().does(carl, 'anyone', confirmCode, { code })))()]),
        ).toEqual(['ONE_TIME_CODE_WRONG']);
      });

      test('is not possible while codes are in force', async () => {
        expect(await codesOf([team().does(ann, 'anyone', beginCode, {})])).toEqual(['FORBIDDEN']);
        expect(
          await codesOf([team().does(ann, 'anyone', activateCode, { code: team().codeOf(ann) })]),
        ).toEqual(['FORBIDDEN']);
      });

      test('comes before everything else', async () => {
        const { staffId } = await team().claimAnew('o-bob');
        expect(await team().denial({ openid: 'o-bob' }, 'desk.use')).toBe('ONE_TIME_CODE_NOT_SET');
        const bob = { openid: 'o-bob', staffId, secret: '' };
        expect(await codesOf([team().does(bob, 'anyone', confirmCode, { code: '000000' })])).toEqual([
          'ONE_TIME_CODE_NOT_SET',
        ]);
      });
    });
  });
}
