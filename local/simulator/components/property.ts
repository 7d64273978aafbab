import type { PropertyDeclaration } from './built-in';

/** Text that is shown or named: WeChat takes anything here and shows nothing for undefined, so the kernel shall not warn. */
export const text = (value = ''): PropertyDeclaration => ({ type: null, value });
export const number = (value = 0): PropertyDeclaration => ({ type: Number, value });
export const flag = (value = false): PropertyDeclaration => ({ type: Boolean, value });
export const list = (value: unknown[] = []): PropertyDeclaration => ({ type: Array, value });
export const anything = (value: unknown = null): PropertyDeclaration => ({ type: null, value });

/** @returns what a page wrote as text; `otherwise` for null and undefined */
export function asText(value: unknown, otherwise = ''): string {
  return value === null || value === undefined ? otherwise : String(value);
}

/** @returns a finite number, from `"50px"` too; `otherwise` for everything that begins with none */
export function asNumber(value: unknown, otherwise = 0): number {
  const parsed = Number.parseFloat(asText(value));
  return Number.isFinite(parsed) ? parsed : otherwise;
}

/** @returns the entries of a list, and none for anything else */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @returns an object to read fields of; an empty one for anything else */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** @returns a CSS length: numbers are CSS pixels, as in WeChat's properties; `rpx` follows the width of the phone */
export function asLength(value: unknown): string {
  const written = asText(value).trim();
  if (/^-?[\d.]+$/.test(written)) return `${written}px`;
  return written.replace(/(-?[\d.]+)rpx/g, 'calc($1 * var(--rpx))');
}
