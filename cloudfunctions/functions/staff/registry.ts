import { type StaffProcedures, staffProcedures } from '../../contract/staff/procedures';
import type { StaffProcedureContract } from '../../contract/staff/shapes';
import { procedureMap } from '../procedure-map';
import type { AnyHandler, HandlersOf } from './handler';
import { alarmsHandlers } from './procedures/alarms';
import { approvalsHandlers } from './procedures/approvals';
import { auditHandlers } from './procedures/audit';
import { booksHandlers } from './procedures/books';
import { deskHandlers } from './procedures/desk';
import { factorsHandlers } from './procedures/factors';
import { fundsHandlers } from './procedures/funds';
import { merchantsHandlers } from './procedures/merchants';
import { parametersHandlers } from './procedures/parameters';
import { partnersHandlers } from './procedures/partners';
import { poolsHandlers } from './procedures/pools';
import { reportsHandlers } from './procedures/reports';
import { ridersHandlers } from './procedures/riders';
import { stationsHandlers } from './procedures/stations';
import { teamHandlers } from './procedures/team';

const handlers: HandlersOf<StaffProcedures> = {
  ...deskHandlers,
  ...approvalsHandlers,
  ...teamHandlers,
  ...auditHandlers,
  ...parametersHandlers,
  ...factorsHandlers,
  ...partnersHandlers,
  ...ridersHandlers,
  ...reportsHandlers,
  ...booksHandlers,
  ...poolsHandlers,
  ...fundsHandlers,
  ...merchantsHandlers,
  ...alarmsHandlers,
  ...stationsHandlers,
};

export const consoleProcedures = procedureMap<StaffProcedureContract, AnyHandler>(staffProcedures, handlers);
