import type { ServiceError } from '../../../services/service-error';

/** What the server says of this very case, which tells what to do; else the code's own text. */
export const refusalText = ({ details, message }: Pick<ServiceError, 'details' | 'message'>): string =>
  typeof details.reason === 'string' ? details.reason : message;
