import { recoverKind } from './codes/recover-kind';
import { applicationKind } from './joining/application-kind';
import { elevateKind } from './rights/elevate-kind';
import { grantKind } from './rights/grant-kind';
import { roleKind } from './rights/role-kind';

/** Everything about members of staff that others have to agree to. */
export const kinds = [applicationKind, grantKind, elevateKind, recoverKind, roleKind] as const;
