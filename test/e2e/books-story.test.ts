import { raiseAlarm } from '../../cloudfunctions/domain/alarms';
import { setPayingOut } from '../../cloudfunctions/domain/ledger';
import { type PlantedPerson, plantPerson } from '../cloudfunctions/functions/staff/people';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Look, Phone } from './phone';
import { seedRider } from './seed-rider';

const RIDER = 'helped-rider';
const small = { viewport: { width: 375, height: 812 } };
const wide = { viewport: { width: 1280, height: 860 } };

let city: City;
let number: string;
let tripId: string;
let maker: PlantedPerson;
let finance: PlantedPerson;
let director: PlantedPerson;
beforeAll(async () => {
  city = await startCity();
  const { platform } = city.product;
  tripId = await seedRider(city.product, RIDER);
  number = (await city.product.data(RIDER, 'riders.signIn', {})).uid.slice(0, 8);
  maker = await plantPerson(platform, { roleIds: ['user-ops'] });
  finance = await plantPerson(platform, { roleIds: ['finance'] });
  director = await plantPerson(platform, { roleIds: ['director'] });
}, 2 * START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const onPhone = ({ openid }: PlantedPerson, page: string, look: Look = {}): Promise<Phone> =>
  city.open(openid, { route: `/packages/staff/${page}`, bare: true, ...look }, small);

/** Both agree, the second in a wide window beside the list. */
async function agreeBoth(title: RegExp): Promise<void> {
  for (const [at, person] of [finance, director].entries()) {
    const route = '/packages/staff/approvals/approvals?which=decide';
    const phone = await city.open(person.openid, { route, bare: true }, at === 0 ? small : wide);
    await phone.tap(title);
    await phone.sees('会变成这样');
    await phone.tap('同意');
    await phone.app.getByRole('dialog').getByLabel('同意', { exact: true }).click();
    await phone.labelled('不同意').first().waitFor({ state: 'detached' });
    expect(await phone.overhang()).toEqual([]);
  }
}

test('somebody finds a rider’s account and asks for bonus; two agree, and the rider reads why', async () => {
  const phone = await onPhone(maker, 'account/account');
  await phone.fill('会员编号或账户名', number);
  await phone.tap('查询');
  await phone.part('line').first().waitFor();
  expect(await phone.overhang()).toEqual([]);
  await phone.tap('补发奖励积分');
  await phone.app.getByRole('dialog').getByLabel('提交审批').click();
  await phone.sees('请填写 1 以上的整数');
  await phone.fill('补发多少', '250');
  await phone.tap(/^补发漏记的奖励/);
  await phone.fill('原因', '活动名单漏了这位会员');
  await phone.app.getByRole('dialog').getByLabel('提交审批').click();
  await phone.sees('撤回申请');
  await agreeBoth(/^人工补发奖励积分 250/);

  const rider = await city.open(RIDER, { route: '/packages/inbox/notices/notices', bare: true }, small);
  await rider.sees('补发漏记的奖励：250 奖励积分已入账。');
});

test('an entry is computed again on the phone, and goes back with its ride when two agree', async () => {
  const phone = await onPhone(finance, `entry/entry?entryKey=${encodeURIComponent(tripId)}`);
  await phone.sees('本机重算一致');
  expect(await phone.overhang()).toEqual([]);
  // Finance asks, so the office's place is taken by somebody else who may agree.
  const second = await plantPerson(city.product.platform, { roleIds: ['finance'] });
  await phone.tap('申请撤销这笔入账');
  await phone.fill('原因', '合作方确认这趟是测试票');
  await phone.app.getByRole('dialog').getByLabel('提交审批').click();
  await phone.sees('撤回申请');
  const asked = finance;
  finance = second;
  await agreeBoth(/^撤销一趟出行的入账/);
  finance = asked;
  const again = await onPhone(finance, `entry/entry?entryKey=${encodeURIComponent(tripId)}`);
  await again.sees('这笔已经撤销');
});

test('a day is compared ride by ride, in a wide window too', async () => {
  for (const size of [small, wide]) {
    const phone = await city.open(finance.openid, { route: '/packages/staff/day/day', bare: true }, size);
    await phone.sees('还没有封账');
    await phone.tap('逐趟比对');
    await phone.part('equal').waitFor();
    expect(await phone.overhang()).toEqual([]);
  }
});

test('an alarm stands among the to-dos, somebody takes it, and spending goes on when two agree', async () => {
  const { platform } = city.product;
  const details = { code: 'CHANGED', key: tripId, day: '2026-11-10' };
  await raiseAlarm(platform, { kind: 'ledger-finding', subject: tripId, details });
  await setPayingOut(platform, false, '分录的内容被改过');
  const phone = await onPhone(finance, 'desk/desk');
  await phone.tap(/^告警，处理 1 条/);
  await phone.part('stopped').waitFor();
  await phone.sees('分录的内容被改过');
  expect(await phone.overhang()).toEqual([]);
  await phone.tap('我来处理');
  await phone.fill('说明', '正在与合作方核对');
  await phone.tap('确认告警');
  await phone.part('no-alarms').waitFor();
  await phone.tap('申请恢复使用积分');
  await phone.fill('原因', '已查明是测试写入，数据已改正');
  await phone.app.getByRole('dialog').getByLabel('提交审批').click();
  await phone.sees('撤回申请');
});
