/**
 * Tracks: bicycle trips that a rider's own phone records.
 *
 * 1. Location is sensitive: nothing is recorded without an agreement of its own, and taking it back deletes all readings.
 * 2. A rider records one track at a time, on all phones together; one that is not finished is thrown away after a day.
 * 3. Readings come in segments, each once by track and number; what came stays when the phone breaks down.
 * 4. A reading is of the time of the recording: nothing from before it, nothing from the future.
 * 5. A track is judged once, by rules without I/O, with every reason why it is no bicycle trip.
 * 6. The same track counts once, whoever sends it: marks of it, from which no place can be read, are kept half a year.
 * 7. What is judged is paid or refused through own trips, in the same transaction; tracks never post by themselves.
 * 8. Readings are deleted after thirty days, or when the rider wants it; what the track was judged stays.
 */
export { appendSegment } from './append-segment';
export { agreeToNotice, withdrawNotice } from './consent';
export { finishTrack } from './finish-track';
export { methodologyOf } from './methodology';
export { beginTrack, discardTrack, type OpenTrack, readState } from './open-track';
export { personalParts } from './personal-parts';
export { purges } from './purges';
export { forgetPoints, readResult, type TrackResult } from './read-result';
export { POINTS_KEPT_DAYS } from './terms';
