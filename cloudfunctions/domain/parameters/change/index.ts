/**
 * How staff change parameters: every one has a label, a unit, bounds and its effect in words; a change is asked for,
 * agreed to by somebody else and added as a version. Only function `staff` and the jobs need this part, so it has a
 * face of its own.
 */
export { parametersChangeKind } from './approval-kind';
export { listParameters, type ParametersList } from './list-parameters';
export { type ChangeRequest, requestChange } from './request-change';
