import { administrator, auditor, director, office } from '../../local/demo/team/colleague';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import { enterCode, firstStaff } from './first-staff';
import type { Look, Phone } from './phone';

const DESK = '/packages/staff/desk/desk';
const NEW = 'new-colleague';
const NAME = '赵一凡';
const small = { viewport: { width: 375, height: 812 } };
const wide = { viewport: { width: 1280, height: 860 } };

let city: City;
beforeAll(async () => {
  city = await startCity({}, firstStaff);
}, 2 * START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const onPhone = (openid: string, route = DESK, look: Look = {}): Promise<Phone> =>
  city.open(openid, { route, bare: true, ...look }, small);

const inWindow = (openid: string, route: string): Promise<Phone> =>
  city.open(openid, { route, bare: true }, wide);

/** Agrees to what is open, with a comment where there is one. */
async function agree(phone: Phone, comment = ''): Promise<void> {
  await phone.tap('同意');
  if (comment !== '') await phone.fill('意见（可不填）', comment);
  await phone.app.getByRole('dialog').getByLabel('同意', { exact: true }).click();
}

async function agreeFromDesk(openid: string): Promise<Phone> {
  const phone = await onPhone(openid);
  await phone.tap(new RegExp(`^${NAME}.*去审批$`));
  await phone.sees('会变成这样');
  await agree(phone);
  await enterCode(phone, city.product);
  await phone.labelled('不同意').first().waitFor({ state: 'detached' });
  return phone;
}

test('somebody applies, names the superior, and sees who has to agree', async () => {
  const phone = await onPhone(NEW);
  await phone.tap('申请员工账号');
  await phone.fill('姓名', NAME);
  await phone.fill('部门', '运营中心');
  await phone.fill('直属上级', director.name);
  await phone.tap('查找上级');
  await phone.sees(`${director.name} · ${director.department}`);
  await phone.fill('为什么需要账号', '接手会员运营，需要调整每日上限');
  await phone.tap(/^用户运营/);
  await phone.tap('提交申请');
  await phone.arrives('员工台');
  for (const station of ['直属上级', '办公室', '网络部']) await phone.sees(station);
  expect(await phone.overhang()).toEqual([]);
});

test('the superior agrees in a wide window, the office and the network on their phones, and the account is opened', async () => {
  const window = await inWindow(director.openid, '/packages/staff/approvals/approvals?which=decide');
  await window.tap(new RegExp(`^${NAME}`));
  await window.sees('会变成这样');
  // Beside the list, not instead of it.
  await window
    .labelled(new RegExp(`^${NAME}`))
    .first()
    .waitFor();
  await agree(window, '岗位确有需要');
  await enterCode(window, city.product);
  await window.sees('没有等你审批的');
  expect(await window.overhang()).toEqual([]);

  await agreeFromDesk(office.openid);
  const phone = await agreeFromDesk(administrator.openid);
  await phone.show('/packages/staff/team/team');
  await phone.tap('查看待开通的申请');
  await phone.tap(`开通 ${NAME} 的账号`);
  await phone.sees(new RegExp(`^${NAME}$`));
  expect(await phone.overhang()).toEqual([]);
});

test('the new colleague sets up one-time codes, with the authenticator beside the phone', async () => {
  const phone = await city.open(NEW, { route: DESK });
  await phone.tap('设置动态码');
  await phone.tap('复制密钥');
  await phone.shell('one-time-code').waitFor();
  const code = (await phone.shell('one-time-code').innerText()).replace(' ', '');
  await phone.fill('验证器显示的 6 位数字', code);
  await phone.tap('启用动态码');
  await phone.sees('动态码已启用');
  await phone.tap('回到员工台');
  await phone.sees('都处理完了');
});

test('two people change a parameter: one asks, the other reads the difference and agrees', async () => {
  const phone = await onPhone(NEW, '/packages/staff/parameters/parameters');
  await phone.tap(/^修改每人每天入账上限/);
  await phone.fill('改为', '12000');
  await phone.tap('查看 1 项改动');
  await phone.fill('原因', '周末远途出行常到上限');
  await phone.tap('提交审批');
  await phone.sees('撤回申请');
  expect(await phone.overhang()).toEqual([]);

  const window = await inWindow(director.openid, '/packages/staff/approvals/approvals?which=decide');
  await window.tap(/^修改运营参数/);
  await window.sees('12,000 克');
  await agree(window, '观察一个月');
  await window.sees('没有等你审批的');
  const after = await onPhone(NEW, '/packages/staff/parameters/parameters');
  await after.sees('已批准');
});

test('the auditor finds the change in the log, and the phone recomputes every chain', async () => {
  const phone = await onPhone(auditor.openid, '/packages/staff/audit/audit');
  await phone.tap(/^修改运营参数/);
  await phone.sees('前后对比');
  for (const flag of [`由 ${NAME} 申请`, `由 ${director.name} 同意`]) await phone.sees(flag);
  expect(await phone.overhang()).toEqual([]);
  await phone.tap('校验');
  await phone.tap('开始校验');
  await phone.sees('全部接得上');
  expect(await phone.overhang()).toEqual([]);
});
