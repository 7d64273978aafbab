import { type FakeWx, installFakeWx, ok, refused } from '../../services/fake-wx';

let phone: FakeWx;
beforeEach(() => {
  jest.resetModules();
  phone = installFakeWx();
});

const load = () => import('../../../../miniprogram/packages/staff/confirmation');
const loadTeam = () => import('../../../../miniprogram/packages/staff/services/team');

/** A page whose sheet answers with these digits, one after the other, until one is accepted or none is left. */
function pageTyping(...codes: string[]) {
  const shown: unknown[] = [];
  const sheet = {
    async ask(submit: (code: string) => Promise<unknown>): Promise<boolean> {
      for (const code of codes) {
        const failure = await submit(code);
        if (failure === null) return true;
        shown.push(failure);
      }
      return false;
    },
  };
  return { shown, selectComponent: (selector: string) => (selector === '#confirm-code' ? sheet : null) };
}

/** The server asks for a code until the right one came. */
function serverWanting(right: string): void {
  let isConfirmed = false;
  phone.answer = ({ procedure, input }) => {
    if (procedure !== 'desk.confirmCode')
      return isConfirmed ? ok({}) : refused('CONFIRMATION_REQUIRED', '先输入动态码');
    isConfirmed = (input as { code: string }).code === right;
    return isConfirmed ? ok({ confirmedUntilMs: 1 }) : refused('ONE_TIME_CODE_WRONG', '动态码不正确');
  };
}

test('what needs a code is asked for, confirmed, and asked for again as a new request', async () => {
  serverWanting('123456');
  const [{ whenConfirmed }, { disableMember }] = [await load(), await loadTeam()];
  const page = pageTyping('000000', '123456');
  await whenConfirmed(page, () => disableMember('s1', '离岗'));
  expect(phone.procedures).toEqual([
    'staff.disable',
    'desk.confirmCode',
    'desk.confirmCode',
    'staff.disable',
  ]);
  expect(page.shown).toEqual([{ text: '动态码不正确', code: '' }]);
  expect(phone.sent[0]?.requestId).not.toBe(phone.sent[3]?.requestId);
});

test('who closes the sheet gets what the server said, and nothing is sent again', async () => {
  serverWanting('123456');
  const [{ whenConfirmed }, { disableMember }] = [await load(), await loadTeam()];
  const attempt = whenConfirmed(pageTyping(), () => disableMember('s1', '离岗'));
  await expect(attempt).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
  expect(phone.procedures).toEqual(['staff.disable']);
});

test('any other refusal asks for no code', async () => {
  phone.answer = () => refused('FORBIDDEN', '没有权限');
  const [{ whenConfirmed }, { disableMember }] = [await load(), await loadTeam()];
  const attempt = whenConfirmed(pageTyping('123456'), () => disableMember('s1', '离岗'));
  await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(phone.procedures).toEqual(['staff.disable']);
});

test('work that needs no code is simply done', async () => {
  const { whenConfirmed } = await load();
  expect(await whenConfirmed(pageTyping(), async () => 7)).toBe(7);
});
