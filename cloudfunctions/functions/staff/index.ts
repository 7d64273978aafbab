import { caller } from '../../platform/caller';
import { cloudPlatform } from '../../platform/cloud-platform';
import { answerCall } from './answer-call';

/** Function `staff`. Who called is read before anything is awaited: the next call of this process replaces it. */
export const main = (event: unknown) => answerCall(cloudPlatform(), caller(), event);
