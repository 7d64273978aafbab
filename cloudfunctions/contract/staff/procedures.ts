import type { OutputOf, SentInputOf } from '../procedure';
import { alarmsProcedures } from './alarms';
import { approvalsProcedures } from './approvals';
import { auditProcedures } from './audit';
import { booksProcedures } from './books';
import { deskProcedures } from './desk';
import { factorsProcedures } from './factors';
import { fundsProcedures } from './funds';
import { merchantsProcedures } from './merchants';
import { parametersProcedures } from './parameters';
import { partnersProcedures } from './partners';
import { poolsProcedures } from './pools';
import { staffReportsProcedures } from './reports';
import { staffRidersProcedures } from './riders';
import type { StaffProcedureContract } from './shapes';
import { stationsProcedures } from './stations';
import { teamProcedures } from './team';

/** Every procedure of function `staff`, with the permission that it asks for. */
export const staffProcedures = {
  ...deskProcedures,
  ...approvalsProcedures,
  ...teamProcedures,
  ...auditProcedures,
  ...parametersProcedures,
  ...factorsProcedures,
  ...partnersProcedures,
  ...staffRidersProcedures,
  ...staffReportsProcedures,
  ...booksProcedures,
  ...poolsProcedures,
  ...fundsProcedures,
  ...merchantsProcedures,
  ...alarmsProcedures,
  ...stationsProcedures,
} as const satisfies Record<string, StaffProcedureContract>;

export type StaffProcedures = typeof staffProcedures;
export type StaffProcedureName = keyof StaffProcedures;
/** What a caller sends; the server gets it with the defaults filled in. */
export type StaffInput<Name extends StaffProcedureName> = SentInputOf<StaffProcedures[Name]>;
export type StaffOutput<Name extends StaffProcedureName> = OutputOf<StaffProcedures[Name]>;
