import type { WxHost } from '../wx-host';

const nothing = (): void => {};
const hasUpdate = false;

/** Updates, measuring and logs. What is reported shows up in the panel's list of calls. */
export function reportingCalls({ shell, window }: WxHost): Record<string, unknown> {
  const report = (call: string) => (name: unknown) =>
    shell.calls.push({ name: `${call} ${String(name)}`, startedAtMs: shell.nowMs(), ms: 0, outcome: 'ok' });
  const logs = { debug: nothing, info: nothing, log: nothing, warn: nothing, error: nothing };
  const log = { ...logs, setFilterMsg: nothing, addFilterMsg: nothing, in: nothing, tag: () => logs };
  return {
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (event: { hasUpdate: boolean }) => void) =>
        void setTimeout(() => listener({ hasUpdate })),
      onUpdateReady: nothing,
      onUpdateFailed: nothing,
      applyUpdate: nothing,
    }),
    reportEvent: report('reportEvent'),
    reportMonitor: report('reportMonitor'),
    reportPerformance: report('reportPerformance'),
    getLogManager: () => log,
    getRealtimeLogManager: () => log,
    getPerformance: () => window.performance,
    setEnableDebug: nothing,
    requestIdleCallback: (work: (deadline: object) => void) =>
      setTimeout(() => work({ didTimeout: false, timeRemaining: () => 10 })),
    cancelIdleCallback: (handle: ReturnType<typeof setTimeout>) => clearTimeout(handle),
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      window.btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join('')),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(window.atob(text), character => character.charCodeAt(0)).buffer,
  };
}
