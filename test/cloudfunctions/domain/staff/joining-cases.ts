import {
  disableIdle,
  enterDesk,
  findSuperiors,
  listApplications,
  openAccount,
  withdrawApplication,
} from '../../../../cloudfunctions/domain/staff';
import { codesOf } from '../../../support/codes-of';
import { CLAIM_CODE, DAY_MS, step, type TestTeam } from './team';

/** The ways in: the claim, and applications. */
export function joiningCases(team: () => TestTeam): void {
  const enter = (openid: string) => enterDesk(team().platform, { openid });

  describe('the claim', () => {
    test('lets one person in, however many enter the code at once; case and hyphens do not count', async () => {
      expect((await enter('o-one')).claimable).toBe(true);
      const codes = await codesOf(['o-one', 'o-two', 'o-three'].map(id => team().claim(id, 'abcde 23456')));
      expect(codes.sort()).toEqual(['CLAIM_REFUSED', 'CLAIM_REFUSED', 'ok']);
      expect(Object.values((await team().team()).grants)).toEqual([['account-admin']]);
      expect((await enter('o-four')).claimable).toBe(false);
    });

    test('is refused for a wrong code, and for every code while nobody may', async () => {
      expect(await codesOf([team().claim('o-one', 'ABCDE-23457')])).toEqual(['CLAIM_REFUSED']);
      team().claimCode = '';
      expect(await codesOf([team().claim('o-one', 'none'), team().claim('o-one', CLAIM_CODE)])).toEqual([
        'CLAIM_REFUSED',
        'CLAIM_REFUSED',
      ]);
    });

    test('is open again when every administrator is gone, with a new code only', async () => {
      const admin = await team().firstAdministrator('o-one');
      team().nowMs += 31 * DAY_MS;
      await disableIdle.step(team().platform, step);
      expect(await codesOf([team().claim('o-one', CLAIM_CODE)])).toEqual(['CLAIM_REFUSED']);
      team().claimCode = 'ANOTHER-CODE';
      expect(await team().claim('o-one', 'ANOTHER-CODE')).toEqual({ staffId: admin.staffId });
      expect(await enter('o-one')).toMatchObject({ state: 'no-code-yet' });
    });
  });

  describe('superiors', () => {
    const find = async (query: string) =>
      (await findSuperiors(team().platform, { query })).superiors.map(({ name, department }) => ({
        name,
        department,
      }));

    test('are found by who knows them, and a stranger cannot list the team', async () => {
      const boss = await team().hire('王小明', ['director']);
      await team().hire('王小', ['office']);
      const known = { name: '王小明', department: '运营部' };
      expect(await find('王小明')).toEqual([known]);
      for (const query of ['', '王', '王小明明', '.*', '$ne']) expect(await find(query)).toEqual([]);
      expect(await find(boss.staffId.slice(0, 8))).toEqual([{ ...known, name: '王**' }]);
      expect(await find(boss.staffId)).toEqual([{ ...known, name: '王**' }]);
      expect(await find(boss.staffId.slice(0, 7))).toEqual([]);
    });

    test('are not those who rest', async () => {
      await team().hire('王小明', ['director']);
      team().nowMs += 31 * DAY_MS;
      await disableIdle.step(team().platform, step);
      expect(await findSuperiors(team().platform, { query: '王小明' })).toMatchObject({
        hasMembers: false,
        superiors: [],
      });
    });
  });

  describe('an application', () => {
    test('of the second and third member goes through as many links as the team has members', async () => {
      const admin = await team().firstAdministrator('o-one');
      const director = await team().join('o-two', ['director'], [admin], admin);
      expect(await team().denial(director, 'audit.read')).toBeNull();
      const office = await team().join('o-three', ['office'], [director, admin], admin);
      expect((await team().lastApproval()).steps.map(({ label }) => label)).toEqual(['直属上级', '办公室']);
      expect((await team().lastApproval()).steps[1]).toMatchObject({ outsidePermission: true });
      expect((await team().member(office)).superiorId).toBe(director.staffId);
      expect(await enter('o-three')).toMatchObject({ state: 'in', application: null });
    }, 240_000);

    test('needs the superior, the office and the network department, in this order and each somebody else', async () => {
      const boss = await team().hire('boss', ['director', 'office']);
      const office = await team().hire('office', ['office']);
      const admin = await team().hire('admin', ['account-admin']);
      const { applicationId } = await team().apply('o-new', boss, ['content']);
      expect(await codesOf([team().apply('o-new', boss, ['content'])])).toEqual(['APPLICATION_PENDING']);
      expect(await codesOf([team().decide(office, 'approve')])).toEqual(['FORBIDDEN']);
      await team().decide(boss, 'approve');
      expect(await codesOf([team().decide(boss, 'approve')])).toEqual(['OWN_REQUEST']);
      await team().decide(office, 'approve');
      expect((await enter('o-new')).application?.steps.map(({ state }) => state)).toEqual([
        'approved',
        'approved',
        'open',
      ]);
      const open = () => team().does(admin, 'staff.open', openAccount, { applicationId });
      await team().confirm(admin);
      expect(await codesOf([open()])).toEqual(['ALREADY_DECIDED']);
      await team().decide(admin, 'approve');
      expect((await listApplications(team().platform)).applications).toMatchObject([
        { applicationId, superior: { name: 'boss' } },
      ]);
      expect((await codesOf([open(), open()])).sort()).toEqual(['ALREADY_DECIDED', 'ok']);
      expect(await enter('o-new')).toMatchObject({
        state: 'no-code-yet',
        member: { roles: [{ roleId: 'content' }] },
      });
      expect(await codesOf([team().apply('o-new', boss, ['content'])])).toEqual(['FORBIDDEN']);
    }, 240_000);

    test('that nobody opens within thirty days ends, and another one can follow', async () => {
      const boss = await team().hire('boss', ['director']);
      const admin = await team().hire('admin', ['account-admin']);
      const { applicationId } = await team().apply('o-new', boss, ['content']);
      await team().decide(boss, 'approve');
      await team().decide(admin, 'approve');
      team().nowMs += 30 * DAY_MS - 1;
      expect((await listApplications(team().platform)).applications).toMatchObject([{ applicationId }]);
      expect((await enter('o-new')).application?.state).toBe('approved');
      team().nowMs += 1;
      expect((await listApplications(team().platform)).applications).toEqual([]);
      expect((await enter('o-new')).application?.state).toBe('expired');
      await team().confirm(admin);
      const open = () => team().does(admin, 'staff.open', openAccount, { applicationId });
      expect(await codesOf([open()])).toEqual(['ALREADY_DECIDED']);
      expect(await codesOf([team().apply('o-new', boss, ['content'])])).toEqual(['ok']);
    });

    test('that is denied or withdrawn ends, and another one can follow', async () => {
      const boss = await team().hire('boss', ['director']);
      await team().apply('o-new', boss, ['content']);
      await team().decide(boss, 'deny');
      expect((await enter('o-new')).application?.state).toBe('denied');
      const { applicationId } = await team().apply('o-new', boss, ['content']);
      const withdraw = (openid: string) =>
        team().transact(transaction =>
          withdrawApplication(transaction, team().platform, { applicationId, openid, requestId: null }),
        );
      expect(await codesOf([withdraw('o-other')])).toEqual(['NOT_FOUND']);
      expect(await codesOf([withdraw('o-new')])).toEqual(['ok']);
      expect((await enter('o-new')).application?.state).toBe('withdrawn');
      expect(await codesOf([team().apply('o-new', boss, ['no-such-role'])])).toEqual(['INVALID_INPUT']);
    });
  });
}
