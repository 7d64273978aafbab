import type {
  StaffInput,
  StaffOutput,
  StaffProcedureName,
  StaffProcedures,
} from '../../../../cloudfunctions/contract/staff/procedures';
import { sha256Hex } from '../../../proof';
import { withOneEffect } from '../../../services/one-effect';
import { send } from '../../../services/transport';

type NamesBy<Mutating extends boolean> = {
  [Name in StaffProcedureName]: StaffProcedures[Name]['mutating'] extends Mutating ? Name : never;
}[StaffProcedureName];

/** Reads from function `staff`. Throws `ServiceError`. */
export const callStaff = <Name extends NamesBy<false>>(
  procedure: Name,
  input: StaffInput<Name>,
): Promise<StaffOutput<Name>> => send<StaffOutput<Name>>('staff', { procedure, input });

/**
 * Changes something through function `staff`, with one effect however often it is sent. The intent is stored as a digest:
 * what staff type does not lie about on the phone. Throws `ServiceError`.
 */
export const callStaffOnce = <Name extends NamesBy<true>>(
  procedure: Name,
  input: StaffInput<Name>,
): Promise<StaffOutput<Name>> =>
  withOneEffect(`staff ${procedure} ${sha256Hex(JSON.stringify(input))}`, requestId =>
    send<StaffOutput<Name>>('staff', { procedure, requestId, input }),
  );
