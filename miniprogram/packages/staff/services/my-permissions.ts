import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import { enterDesk } from './desk';

/** Long enough for walking from page to page; the server asks anew at every call anyway. */
const KEPT_MS = 60_000;

let known: { permissions: ReadonlySet<Permission>; atMs: number } | null = null;

/** What I may do, to offer nothing that would be refused. Throws `ServiceError`. */
export async function myPermissions(): Promise<ReadonlySet<Permission>> {
  if (known !== null && Date.now() - known.atMs < KEPT_MS) return known.permissions;
  const { member } = await enterDesk();
  known = { permissions: new Set(member?.permissions ?? []), atMs: Date.now() };
  return known.permissions;
}

/** After another person has come in, or rights have changed. */
export function forgetPermissions(): void {
  known = null;
}
