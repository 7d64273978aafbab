/**
 * How staff add a factor set: a file is read as a whole or not at all, compared with the set in force, and added after
 * two approvals. Only function `staff` and the jobs need this part, so it has a face of its own.
 */
export { factorsImportKind } from './approval-kind';
export { checkImport, type ImportCheck, type NewFactorSet } from './check-import';
export { findAllSets } from './find-sets';
export { readFactorFile } from './read-factor-file';
export { requestImport } from './request-import';
