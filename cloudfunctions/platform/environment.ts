import type { EnvironmentDeclaration } from './deployment';

/** Everything that is configured from outside; functions name what they read in their unit.ts. */
export const environment: EnvironmentDeclaration[] = [{ name: 'EVIDENCE_KEY', generate: 'hex32' }];
