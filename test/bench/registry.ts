import type { Bench } from './bench';
import { auditSearch } from './benches/audit-search';
import { bundleSize } from './benches/bundle-size';
import { coldStart } from './benches/cold-start';
import { databaseCalls } from './benches/database-calls';
import { durableWrite } from './benches/durable-write';
import { fsyncs } from './benches/fsyncs';
import { insertRate } from './benches/insert-rate';
import { ledgerDay } from './benches/ledger-day';
import { ledgerVerify } from './benches/ledger-verify';
import { ourCode } from './benches/our-code';
import { packageSize } from './benches/package-size';
import { pages } from './benches/pages';
import { postCpu } from './benches/post-cpu';
import { postRate } from './benches/post-rate';
import { pureCode } from './benches/pure-code';
import { requestCpu } from './benches/request-cpu';
import { rewardRate } from './benches/reward-rate';
import { rideRate } from './benches/ride-rate';
import { simulatorBuild } from './benches/simulator-build';
import { sourceCalls } from './benches/source-calls';
import { staffDoor } from './benches/staff-door';
import { tripsJudged } from './benches/trips-judged';

/** Every bench, in the order in which they run. */
export const benches: readonly Bench[] = [
  bundleSize,
  packageSize,
  simulatorBuild,
  pages,
  coldStart,
  pureCode,
  tripsJudged,
  ourCode,
  requestCpu,
  postCpu,
  durableWrite,
  insertRate,
  fsyncs,
  databaseCalls,
  sourceCalls,
  staffDoor,
  auditSearch,
  ledgerDay,
  ledgerVerify,
  rideRate,
  postRate,
  rewardRate,
];
