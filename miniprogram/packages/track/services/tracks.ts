import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import type { SentPoint } from '../../../../cloudfunctions/contract/tracks';
import { call, callOnce } from '../../../services/rpc';

export type { SentPoint };
export type TrackState = ProcedureOutput<'tracks.state'>;
export type OpenTrack = NonNullable<TrackState['open']>;
export type TrackResult = ProcedureOutput<'tracks.result'>['track'];

export const trackState = (): Promise<TrackState> => call('tracks.state', {});

/** Agrees to the notice of that version, which must be the one that was shown. */
export const agreeToNotice = (noticeVersion: string) => callOnce('tracks.consent', { noticeVersion });

/** Takes it back, which deletes every position. */
export const withdrawNotice = () => callOnce('tracks.withdraw', {});

/** Begins a track, or goes on with the one that is being recorded. */
export const beginTrack = async (): Promise<OpenTrack> => (await callOnce('tracks.begin', {})).open;

/** A part is known by its number, so its positions need not be stored beside the request as well. */
export const appendPart = (part: { trackId: string; number: number; points: SentPoint[] }) =>
  callOnce('tracks.append', part, `tracks.append ${part.trackId} ${part.number}`);

export const finishTrack = async (trackId: string, segments: number): Promise<TrackResult> =>
  (await callOnce('tracks.finish', { trackId, segments })).track;

export const discardTrack = (trackId: string) => callOnce('tracks.discard', { trackId });

export const trackResult = async (trackId: string): Promise<TrackResult> =>
  (await call('tracks.result', { trackId })).track;

export const forgetPoints = (trackId: string) => callOnce('tracks.forget', { trackId });
