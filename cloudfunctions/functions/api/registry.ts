import type { ProcedureContract } from '../../contract/procedure';
import { type Procedures, procedures } from '../../contract/procedures';
import { procedureMap } from '../procedure-map';
import type { Handler, HandlersOf } from './handler';
import { benefitsHandlers } from './procedures/benefits';
import { bindingsHandlers } from './procedures/bindings';
import { donationsHandlers } from './procedures/donations';
import { earningHandlers } from './procedures/earning';
import { inboxHandlers } from './procedures/inbox';
import { ledgerHandlers } from './procedures/ledger';
import { milestonesHandlers } from './procedures/milestones';
import { openLedgerHandlers } from './procedures/open-ledger';
import { ownProofHandlers } from './procedures/own-proof';
import { ownTripsHandlers } from './procedures/own-trips';
import { personalDataHandlers } from './procedures/personal-data';
import { plansHandlers } from './procedures/plans';
import { reportsHandlers } from './procedures/reports';
import { ridersHandlers } from './procedures/riders';
import { ridesHandlers } from './procedures/rides';
import { schemesHandlers } from './procedures/schemes';
import { stationTripsHandlers } from './procedures/station-trips';
import { stepsHandlers } from './procedures/steps';
import { subscriptionsHandlers } from './procedures/subscriptions';
import { tracksHandlers } from './procedures/tracks';

const handlers: HandlersOf<Procedures> = {
  ...ridersHandlers,
  ...bindingsHandlers,
  ...benefitsHandlers,
  ...donationsHandlers,
  ...earningHandlers,
  ...inboxHandlers,
  ...ledgerHandlers,
  ...milestonesHandlers,
  ...openLedgerHandlers,
  ...ownProofHandlers,
  ...ownTripsHandlers,
  ...schemesHandlers,
  ...personalDataHandlers,
  ...plansHandlers,
  ...ridesHandlers,
  ...tracksHandlers,
  ...stationTripsHandlers,
  ...stepsHandlers,
  ...subscriptionsHandlers,
  ...reportsHandlers,
};

export type ApiHandler = Handler<ProcedureContract>;

export const apiProcedures = procedureMap<ProcedureContract, ApiHandler>(procedures, handlers);
