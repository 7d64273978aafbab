/** `npm run ride`: signs one ride that has just ended, as the operator's system would, sends it, and says what came of it. */
import type { MetroNetwork } from './city/metro-network';
import type { Ticket } from './city/ride';
import { UsageError } from './command-line/usage-error';
import { deliverRides } from './operator/deliver-rides';
import { type AccountBalance, readBalance, readTrips, type ShownTrip } from './people/account';
import { Phone, PhoneError } from './people/phone';
import { parseRideArguments, type RideArguments } from './try/arguments';
import { planRide } from './try/plan-ride';
import { rideText } from './try/ride-text';
import { runTry } from './try/run-try';
import { openSession, type Session } from './try/session';
import { signRide } from './try/sign-ride';

/** The trip that was just made is among these, unless older ones came in at the same moment. */
const LATEST_TRIPS = 20;

async function ride(): Promise<string> {
  const root = process.cwd();
  const given = parseRideArguments(process.argv.slice(2), root);
  const session = await openSession(root, given);
  const ticket = await plan(session, given);
  return given.curl ? signedCurl(session, ticket) : send(session, ticket);
}

async function plan({ client, network, rider }: Session, { from, to }: RideArguments): Promise<Ticket> {
  for (const station of [from, to]) if (station !== undefined) refuseUnlessKnown(network, station);
  const { trips } = await accountOf(new Phone(client.url, rider.openid));
  const latest = trips[0];
  const standing = from ?? (latest?.exit.station === to ? undefined : latest?.exit.station);
  return planRide(network, rider, { from: standing, to }, await client.clock.nowMs());
}

function refuseUnlessKnown(network: MetroNetwork, station: string): void {
  if (network.stations.includes(station)) return;
  const similar = network.stations.filter(name => name.includes(station[0] ?? '')).slice(0, 5);
  throw new UsageError(
    `线网里没有“${station}”站${similar.length > 0 ? `；例如：${similar.join('、')}` : ''}`,
  );
}

async function signedCurl({ client, filling }: Session, ticket: Ticket): Promise<string> {
  if (filling) {
    process.stderr.write('演示数据还在灌入，时钟正在快进：等它完成后再打印，签名才会有效。\n');
  }
  process.stderr.write('签名 5 分钟内有效，只能用一次：\n');
  return signRide(client, ticket);
}

async function send({ client, city, rider }: Session, ticket: Ticket): Promise<string> {
  const delivery = await deliverRides(client, [ticket]);
  const { trips, balance } = await accountOf(new Phone(client.url, rider.openid));
  const trip = trips.find(({ fromMs, toMs }) => fromMs === ticket.entry.atMs && toMs === ticket.exit.atMs);
  const others = city.riders.filter(({ kind, openid }) => kind === rider.kind && openid !== rider.openid);
  const otherOpenid = (others[0] ?? rider).openid;
  return rideText({ ticket, delivery, trip, balance, otherOpenid });
}

/** A rider who has not come in yet has neither trips nor a balance. */
async function accountOf(phone: Phone): Promise<{ trips: ShownTrip[]; balance: AccountBalance | null }> {
  try {
    return { trips: await readTrips(phone, LATEST_TRIPS), balance: await readBalance(phone) };
  } catch (error) {
    if (error instanceof PhoneError && error.code === 'NOT_SIGNED_IN') return { trips: [], balance: null };
    throw error;
  }
}

runTry(ride);
