import { CloudError } from '../cloud-error';
import { decodeEjson } from '../store';
import { StoreError } from '../store/store';

type Parameters = Record<string, unknown>;

export function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

export function requiredText(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string' || value === '') throw invalid(`${name} must be a text`);
  return value;
}

export function optionalText(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalid(`${name} must be a text`);
  return value;
}

export function optionalWhole(parameters: Parameters, name: string): number | undefined {
  const value = parameters[name];
  if (value === undefined || value === null) return undefined;
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw invalid(`${name} must be a whole number from 0`);
  return value as number;
}

/** @returns the object that an EJSON text stands for; undefined when the parameter is absent */
export function optionalEjson(parameters: Parameters, name: string): Record<string, unknown> | undefined {
  const text = optionalText(parameters, name);
  return text === undefined ? undefined : ejsonObject(text, name);
}

export function requiredEjson(parameters: Parameters, name: string): Record<string, unknown> {
  return ejsonObject(requiredText(parameters, name), name);
}

export function ejsonObject(text: unknown, name: string): Record<string, unknown> {
  const value = ejsonValue(text, name);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(`${name} must be an object`);
  return value as Record<string, unknown>;
}

export function ejsonValue(text: unknown, name: string): unknown {
  if (typeof text !== 'string') throw invalid(`${name} must be an EJSON text`);
  try {
    return decodeEjson(text);
  } catch (error) {
    if (error instanceof StoreError || error instanceof CloudError) throw error;
    throw invalid(`${name} is not EJSON: ${(error as Error).message}`);
  }
}
