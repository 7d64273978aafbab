import { hmacSha256 } from './hmac';

/** A variable of the function's environment; a missing one is a mistake of the deployment, never a default. */
export function environmentVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

/**
 * Keyed digest (hex HMAC-SHA256 under the environment's EVIDENCE_KEY): ids of tickets, tokens and requests that
 * nobody without the key can compute or test guesses against.
 */
export const keyedDigest = (purpose: string, value: string): string =>
  hmacSha256(environmentVariable('EVIDENCE_KEY'), [`${purpose}\n${value}`]).toString('hex');
