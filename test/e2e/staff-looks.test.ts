import { firstRoles } from '../../cloudfunctions/contract/permissions';
import { plantPerson } from '../cloudfunctions/functions/staff/people';
import { START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { seedRider } from './seed-rider';

/** Every page of the console that needs nothing to be asked for first. */
const pages = [
  'desk/desk',
  'approvals/approvals?which=all',
  'team/team',
  'roles/roles',
  'role/role?roleId=finance',
  'review/review',
  'elevate/elevate',
  'audit/audit',
  'audit-check/audit-check',
  'audit-export/audit-export',
  'parameters/parameters',
  'factors/factors',
  'factor-import/factor-import',
  'partners/partners',
  'partner/partner?partnerId=bawei',
  'riders/riders',
  'day/day',
  'alarms/alarms',
  'pools/pools',
  'funds/funds',
  'merchants/merchants',
  'declared/declared',
  'stations/stations',
  'station/station?station=布吉',
  'station-screen/station-screen?station=布吉',
];

let city: City;
let openid: string;
/** With what is known only once there is something. */
let routes: string[];
beforeAll(async () => {
  city = await startCity();
  const { platform } = city.product;
  const tripId = await seedRider(city.product, 'looked-at');
  const { uid } = await city.product.data('looked-at', 'riders.signIn', {});
  const everything = Object.keys(firstRoles);
  const person = await plantPerson(platform, { roleIds: everything });
  openid = person.openid;
  routes = [
    ...pages,
    `member/member?staffId=${person.staffId}`,
    `account/account?accountId=user:${uid}`,
    `entry/entry?entryKey=${tripId}`,
  ].map(page => `/packages/staff/${page}`);
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

/** What reaches beyond the right edge of the screen, by page; a page that could not be read is named as well. */
async function troublesOf(phone: Phone): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const route of routes) {
    await phone.show(route);
    const failed = await phone.text('错误代码').count();
    const troubles = [...(await phone.overhang()), ...(failed > 0 ? ['could not be read'] : [])];
    if (troubles.length > 0) found[route] = troubles;
  }
  return found;
}

const looks = [
  { name: 'the smallest phone in elder mode', size: { width: 320, height: 568 }, elder: true },
  { name: 'a dark window of a PC', size: { width: 1280, height: 800 }, theme: 'dark' as const },
];

test.each(looks)(
  'every page of the console fits and complains of nothing: $name',
  async ({ size, ...look }) => {
    const phone = await city.open(openid, { bare: true, ...look }, { viewport: size });
    expect(await troublesOf(phone)).toEqual({});
    expect(await phone.problems()).toEqual([]);
  },
);
