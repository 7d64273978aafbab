import { Listeners } from '../calling/listeners';

/** What the runtime tells listeners of `wx.onError` and its like. */
export interface AppEvents {
  /** Text of an error that nothing caught. */
  error(message: string): void;
  unhandledRejection(event: { reason: unknown; promise: Promise<unknown> }): void;
  pageNotFound(event: { path: string; query: Record<string, string>; isEntryPage: boolean }): void;
  appShow(options: object): void;
  appHide(): void;
}

/** The listeners' calls and the runtime's end of them. */
export function appEvents(): { calls: Record<string, unknown>; events: AppEvents } {
  const error = new Listeners<string>();
  const rejection = new Listeners<object>();
  const notFound = new Listeners<object>();
  const show = new Listeners<object>();
  const hide = new Listeners<void>();
  const named = {
    Error: error,
    UnhandledRejection: rejection,
    PageNotFound: notFound,
    AppShow: show,
    AppHide: hide,
  };
  const calls = Object.entries(named).flatMap(([name, listeners]) => [
    [`on${name}`, listeners.on],
    [`off${name}`, listeners.off],
  ]);
  const events: AppEvents = {
    error: message => error.tell(message),
    unhandledRejection: event => rejection.tell(event),
    pageNotFound: event => notFound.tell(event),
    appShow: options => show.tell(options),
    appHide: () => hide.tell(),
  };
  return { calls: { ...Object.fromEntries(calls), ...silentEvents() }, events };
}

/** Events that never happen here: listening to them is right, and needs no warning. */
function silentEvents(): Record<string, unknown> {
  const names = [
    ...['MemoryWarning', 'UserCaptureScreen', 'KeyboardHeightChange', 'AudioInterruptionBegin'],
    ...['AudioInterruptionEnd', 'NetworkWeakChange', 'BatteryInfoChange', 'LazyLoadError'],
  ];
  const pairs = names.flatMap(name => {
    const listeners = new Listeners<never>();
    return [
      [`on${name}`, listeners.on],
      [`off${name}`, listeners.off],
    ];
  });
  return Object.fromEntries(pairs);
}
