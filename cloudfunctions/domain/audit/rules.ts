import { canonicalJson, sha256Hex } from '../../../miniprogram/proof';

/** What stands where a secret was. */
const LEFT_OUT = '[未记录]';
/** More than this of one side of a comparison is kept as its digest only: an entry stays small enough to be read. */
const MOST_CHARACTERS = 8_000;
const DEEPEST_LEVEL = 12;

/** Fields whose values are left out, whatever they are. */
const SECRET_FIELD =
  /secret|token|password|passphrase|credential|signature|^code$|oneTimeCode|claimCode|^uri$/i;
/** Fields that hold a person's name or how to reach one. Names of roles and partners stand under `label`. */
const NAME_FIELD = /^(?:name|.*personName|realName|fullName|nickName|contact)$/i;
const OPENID_FIELD = /openid|unionid/i;
const PHONE_FIELD = /phone|mobile/i;
/** Digests are what the log is there to compare. */
const DIGEST_FIELD = /hash$|digest$|^head$|commitment$/i;

/** Half of a character that needs two units has no canonical form. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
const AUTHENTICATOR_URI = /otpauth:\/\/\S+/gi;
const OPENID = /(?<![0-9A-Za-z_-])o[0-9A-Za-z_-]{27}(?![0-9A-Za-z_-])/g;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const IDENTITY_CARD = /(?<!\d)\d{17}[\dXx](?![\dXx])/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
/** Keys in hexadecimal digits, and authenticators' secrets in base 32. */
const KEY_MATERIAL = /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{32,}|[A-Z2-7]{16,})(?![0-9A-Za-z])/g;

const maskPhone = (phone: string): string => `${phone.slice(0, 3)}******${phone.slice(-2)}`;
/** The first character of a name, which tells people apart who know each other and nobody else. */
export const maskName = (name: string): string => `${[...name].slice(0, 1).join('')}**`;

const withoutContacts = (text: string): string =>
  text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(AUTHENTICATOR_URI, LEFT_OUT)
    .replace(EMAIL, '***@***')
    .replace(IDENTITY_CARD, LEFT_OUT)
    .replace(PHONE, maskPhone)
    .replace(OPENID, 'o***');

/** A text without what looks like a phone number, an identity card, an address, an openid or a key. */
export const maskText = (text: string): string => withoutContacts(text).replace(KEY_MATERIAL, LEFT_OUT);

/** In a stored document a dot or a leading dollar of a field's name has a meaning of its own. */
const fieldName = (field: string): string => maskText(field).replaceAll('.', '/').replace(/^\$/, '＄');

function maskField(field: string, value: unknown, level: number): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (DIGEST_FIELD.test(field) && typeof value === 'string') return withoutContacts(value);
  if (SECRET_FIELD.test(field)) return LEFT_OUT;
  if (OPENID_FIELD.test(field)) return 'o***';
  if (PHONE_FIELD.test(field)) return maskPhone(String(value));
  if (NAME_FIELD.test(field) && typeof value === 'string') return maskName(withoutContacts(value));
  return maskValue(value, level);
}

function maskValue(value: unknown, level: number): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return null;
  if (level >= DEEPEST_LEVEL) return LEFT_OUT;
  if (Array.isArray(value)) return value.map(item => maskValue(item, level + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([field, inner]) => [fieldName(field), maskField(field, inner, level + 1)]),
  );
}

/**
 * A plain copy in which people and secrets cannot be recognised, by the names of fields and by the form of texts.
 * Numbers, ids and labels stay. One that is too long for an entry is `{leftOut, characters, hash}`.
 */
export function maskPersonal(value: unknown): unknown {
  const masked = maskValue(value, 0);
  const text = canonicalJson(masked);
  if (text.length <= MOST_CHARACTERS) return masked;
  return { leftOut: LEFT_OUT, characters: text.length, hash: sha256Hex(text) };
}
