import { benefitsProcedures } from './benefits';
import { bindingsProcedures } from './bindings';
import { donationsProcedures } from './donations';
import { earningProcedures } from './earning';
import { inboxProcedures } from './inbox';
import { ledgerProcedures } from './ledger';
import { milestonesProcedures } from './milestones';
import { openLedgerProcedures } from './open-ledger';
import { ownProofProcedures } from './own-proof';
import { ownTripsProcedures } from './own-trips';
import { personalDataProcedures } from './personal-data';
import { plansProcedures } from './plans';
import type { OutputOf, ProcedureContract, SentInputOf } from './procedure';
import { reportsProcedures } from './reports';
import { ridersProcedures } from './riders';
import { ridesProcedures } from './rides';
import { schemesProcedures } from './schemes';
import { stationTripsProcedures } from './station-trips';
import { stepsProcedures } from './steps';
import { subscriptionsProcedures } from './subscriptions';
import { tracksProcedures } from './tracks';

/** Every procedure of function `api`. The name is the same string at both ends, so that it can be searched for. */
export const procedures = {
  ...ridersProcedures,
  ...bindingsProcedures,
  ...benefitsProcedures,
  ...donationsProcedures,
  ...earningProcedures,
  ...inboxProcedures,
  ...ledgerProcedures,
  ...milestonesProcedures,
  ...openLedgerProcedures,
  ...ownProofProcedures,
  ...ownTripsProcedures,
  ...schemesProcedures,
  ...personalDataProcedures,
  ...plansProcedures,
  ...ridesProcedures,
  ...tracksProcedures,
  ...stationTripsProcedures,
  ...stepsProcedures,
  ...subscriptionsProcedures,
  ...reportsProcedures,
} as const satisfies Record<string, ProcedureContract>;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
/** What a caller sends; a server gets it with the defaults filled in (`InputOf`). */
export type ProcedureInput<Name extends ProcedureName> = SentInputOf<Procedures[Name]>;
export type ProcedureOutput<Name extends ProcedureName> = OutputOf<Procedures[Name]>;
