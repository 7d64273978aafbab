import { applicationKind } from './application-kind';
import { elevateKind } from './elevate-kind';
import { grantKind } from './grant-kind';
import { recoverKind } from './recover-kind';
import { roleKind } from './role-kind';

/** Everything about members of staff that others have to agree to. */
export const kinds = [applicationKind, grantKind, elevateKind, recoverKind, roleKind] as const;
