import * as z from 'zod';
import { permissionNames } from '../permissions';

/**
 * What approvals of the team are about, as it is stored and hashed when it is asked for: what runs is what was read.
 * `name` is the person's or the role's, for titles; `agreeing` is how many have to agree.
 */
export const chainLinks = ['superior', 'office', 'network'] as const;
export type ChainLink = (typeof chainLinks)[number];

const agreeing = z.int().min(1).max(2);

export const applicationPayload = z.strictObject({
  applicationId: z.string(),
  applicantId: z.string(),
  name: z.string(),
  department: z.string(),
  superiorId: z.string(),
  roleIds: z.array(z.string()),
  chain: z.array(z.enum(chainLinks)).min(1),
});
export type ApplicationPayload = z.infer<typeof applicationPayload>;

export const elevationPayload = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  permissions: z.array(z.enum(permissionNames)).min(1),
});
export type ElevationPayload = z.infer<typeof elevationPayload>;

export const grantPayload = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  roleIds: z.array(z.string()).min(1),
});
export type GrantPayload = z.infer<typeof grantPayload>;

export const recoveryPayload = z.strictObject({ staffId: z.string(), name: z.string(), agreeing });
export type RecoveryPayload = z.infer<typeof recoveryPayload>;

export const rolePayload = z.strictObject({
  roleId: z.string(),
  name: z.string(),
  permissions: z.array(z.enum(permissionNames)).min(1),
  /** Members who gain by it: they do not decide. */
  gainers: z.array(z.string()),
  agreeing,
});
export type RolePayload = z.infer<typeof rolePayload>;

/** The part of the parameters that says who has to agree to a new account. */
export const parametersWithChain = z.object({
  staff: z.object({ applicationChain: z.array(z.enum(chainLinks)).min(1).max(chainLinks.length) }),
});
