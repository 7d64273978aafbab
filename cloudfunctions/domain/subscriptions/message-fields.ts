/**
 * WeChat's types of a template's fields and what fits into them: a value that does not fit loses the whole message (47003).
 * Source: developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const fitting: Readonly<Record<string, RegExp>> = {
  thing: /^\S(?:[^\n]{0,18}\S)?$/u,
  number: /^\d{1,32}(?:\.\d+)?$/,
  time: /^(?:\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** `thing1` is of type `thing`. */
export const typeOfField = (name: string): string => name.replace(/\d+$/, '');

export const isFitting = (name: string, value: string): boolean =>
  fitting[typeOfField(name)]?.test(value) ?? false;

const MOST_CHARACTERS = 20;

/** A text for a `thing`: what is too long ends with an ellipsis. */
export function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  return `${characters
    .slice(0, MOST_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`;
}

/** `2026年11月22日 08:05` from `2026-11-22 08:05`. */
export function asTime(minute: string): string {
  const [year, month, day, time] = minute.split(/[- ]/);
  return `${year}年${Number(month)}月${Number(day)}日 ${time}`;
}
