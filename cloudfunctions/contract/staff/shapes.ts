import * as z from 'zod';
import { type Permission, permissionNames } from '../permissions';
import type { ProcedureContract } from '../procedure';

/**
 * What function `staff` knows of a procedure. `permission`: who may call it; `anyone` is any WeChat identity, for the way
 * in. `audited: 'reads'` marks a reading procedure that leaves an entry as well, because it shows personal data.
 */
export interface StaffProcedureContract extends ProcedureContract {
  permission: Permission | 'anyone';
  audited?: 'reads';
}

/** Marks that turn the direction of writing: with them a line reads otherwise than it is, to who has to agree to it. */
const TURNING = /\p{Bidi_Control}/u;

/** A text that is shown to people who decide. */
export const shownText = (text: z.ZodString): z.ZodString =>
  text.refine(value => !TURNING.test(value), '含有会改变文字方向的字符，请删去后重新输入');

/** What has no shape of its own, or breaks a line; and what may be somebody's telephone or identity number. */
const UNSHOWN = /[\p{Cc}\p{Surrogate}]/u;
const LONG_NUMBER = /\d{11}/;

/** A text that everybody can read, on a public page or in the app, and that names no person. */
export const publicText = (text: z.ZodString): z.ZodString =>
  shownText(text)
    .refine(value => !UNSHOWN.test(value), '含有换行或不能显示的字符，请删去后重新输入')
    .refine(value => !LONG_NUMBER.test(value), '公开的文字里不能有手机号、证件号等长号码');

export const staffId = z.string().regex(/^[0-9a-z]{26}$/, '员工编号不正确');
/** A rider's id. */
export const uid = z.string().regex(/^[0-9a-z]{26}$/, '会员编号不正确');
export const roleId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, '角色编号应为 2–31 位小写字母、数字或连字符');
export const permission = z.enum(permissionNames);
/** Why somebody does something: kept in the audit log. */
export const reason = shownText(
  z.string().trim().min(2, '请写明原因（至少 2 个字）').max(200, '原因不超过 200 字'),
);
export const cursor = z.string().max(200).nullable().default(null);
export const limit = z.int().min(1).max(50).default(20);
export const nextCursor = z.string().nullable();
export const beijingDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式应为 YYYY-MM-DD');
export const empty = z.strictObject({});
/** Six digits from the authenticator. */
export const oneTimeCode = z.string().regex(/^\d{6}$/, '动态码是 6 位数字');

/**
 * One line of a readable comparison: null is "was not there" or "will not be there"; where both are the same it is no
 * change, but good to know.
 */
export const difference = z.strictObject({
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Difference = z.infer<typeof difference>;

/** What a change is about, or was decided by, and which it leaves as it is. */
export const unchanged = (label: string, value: string): Difference => ({
  label,
  before: value,
  after: value,
});

/** What asking for an approval answers. */
export const requested = z.strictObject({ approvalId: z.string() });
