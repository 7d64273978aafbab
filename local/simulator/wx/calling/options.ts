import type { WxOptions } from '../wx-host';
import { WxFailure } from './wx-failure';

const typeName = (value: unknown): string =>
  Object.prototype.toString.call(value).slice('[object '.length, -1);

function wrongType(key: string, wanted: string, value: unknown): WxFailure {
  return new WxFailure(
    `parameter error: parameter.${key} should be ${wanted} instead of ${typeName(value)};`,
  );
}

/** @throws WxFailure in WeChat's words when it is missing or no string */
export function textOf(options: WxOptions, key: string): string {
  const value = options[key];
  if (typeof value !== 'string') throw wrongType(key, 'String', value);
  return value;
}

/** @throws WxFailure when it is there and no string */
export function optionalText(options: WxOptions, key: string, otherwise = ''): string {
  return options[key] === undefined ? otherwise : textOf(options, key);
}

/** @throws WxFailure when it is missing or no number */
export function numberOf(options: WxOptions, key: string): number {
  const value = options[key];
  if (typeof value !== 'number') throw wrongType(key, 'Number', value);
  return value;
}

export function optionalNumber(options: WxOptions, key: string, otherwise: number): number {
  return options[key] === undefined ? otherwise : numberOf(options, key);
}

/** @throws WxFailure unless it is an array of strings that is not empty */
export function textsOf(options: WxOptions, key: string): string[] {
  const value = options[key];
  if (!Array.isArray(value)) throw wrongType(key, 'Array', value);
  const other = value.find(element => typeof element !== 'string');
  if (other !== undefined) throw wrongType(`${key}[0]`, 'String', other);
  if (value.length === 0)
    throw new WxFailure(`parameter error: parameter.${key} should have at least 1 item;`);
  return value as string[];
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
