import { enterDesk } from './desk';
import type { Permission } from './team';

export interface Me {
  staffId: string;
  permissions: ReadonlySet<Permission>;
}

/** Who I am and what I may do, read anew: rights can have changed since the last page. Throws `ServiceError`. */
export async function readMe(): Promise<Me> {
  const { member } = await enterDesk();
  return { staffId: member?.staffId ?? '', permissions: new Set(member?.permissions ?? []) };
}
