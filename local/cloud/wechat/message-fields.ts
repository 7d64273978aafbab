/**
 * What WeChat lets stand in a field, by the type before its number.
 * Source: developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const allowed: Readonly<Record<string, RegExp>> = {
  thing: /^[\s\S]{1,20}$/u,
  number: /^(?=.{1,32}$)\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(?:\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(?:~(?:\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2})?$/,
  date: /^\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})(?: \d{1,2}:\d{2})?$/,
  amount: /^[¥￥$€£]?\d{1,10}(?:\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z0-9]{1,8}$/u,
  name: /^(?:\p{Script=Han}{1,10}|[^\p{Script=Han}]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

const typeOf = (field: string): string => field.replace(/\d+$/, '');

/** What WeChat says is wrong with the values of a template's fields, or null. */
export function fieldProblem(fields: readonly string[], data: unknown): string | null {
  const values = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  for (const field of fields) {
    const value = (values[field] as { value?: unknown } | undefined)?.value;
    if (value === undefined || value === '') return `argument invalid! data.${field}.value is empty`;
    if (typeof value !== 'string' || !allowed[typeOf(field)]?.test(value)) {
      return `argument invalid! data.${field}.value invalid`;
    }
  }
  return null;
}
