/**
 * Alarms: what the system has found by itself and people have to look into.
 *
 * 1. What goes on is one alarm, however often it is found; it counts.
 * 2. Somebody acknowledges it, with a note; that ends nothing, and what was stopped stays stopped.
 * 3. None is ever removed.
 */
export { type Acknowledgement, acknowledgeAlarm, acknowledgeAlarmWithin } from './acknowledge-alarm';
export { type AlarmPage, countOpenAlarms, listAlarms } from './list-alarms';
export { type Raised, raiseAlarm } from './raise-alarm';
export type { Alarm, AlarmKind } from './store';
