import { serviceErrorOf } from '../../services/service-error';
import type { FailureView } from '../../views/failure';
import { viewStaffFailure } from './views/staff-failure';

/** What the console says of whatever was thrown. */
export const failureOf = (error: unknown): FailureView => viewStaffFailure(serviceErrorOf(error), Date.now());
