import { glassEasel, type KernelComponent } from '../kernel/glass-easel';
import type { Problems } from './problems';
import { UnknownProperties } from './unknown-properties';

/** What app code is told about errors and promises that nothing caught. */
export interface ErrorHooks {
  error(text: string): void;
  unhandledRejection(event: { reason: unknown; promise: Promise<unknown> }): void;
}

/** Errors of handlers, life cycles, timers and promises of the app. */
export function listenToErrors(problems: Problems, hooks: ErrorHooks): void {
  glassEasel.addGlobalErrorListener((error, method, related) => {
    const where =
      typeof related === 'string' ? related : ((related as KernelComponent | undefined)?.is ?? '');
    problems.caught(`${where} ${method ?? ''}`.trim(), error);
    hooks.error(textOf(error));
    // The console has it already.
    return false;
  });
  // Lists repeat the same warning for every row.
  const warned = new Set<string>();
  const unknown = new UnknownProperties(line => console.warn(line));
  glassEasel.addGlobalWarningListener((message, related, element) => {
    const named = (element ?? related) as { is?: string } | string;
    if (unknown.take(message, typeof named === 'string' ? named : (named.is ?? ''))) return false;
    if (!warned.has(message)) console.warn(message);
    warned.add(message);
    return false;
  });
  window.addEventListener('error', event => {
    if (event.error === undefined || event.error === null) return;
    event.preventDefault();
    problems.caught(event.filename, event.error);
    hooks.error(textOf(event.error));
  });
  window.addEventListener('unhandledrejection', event => {
    event.preventDefault();
    // A failed wx call that nobody caught is a plain object with errMsg; a phone only warns about it.
    if (event.reason instanceof Error) problems.caught('Promise', event.reason);
    else console.warn('Uncaught (in promise)', event.reason);
    hooks.unhandledRejection({ reason: event.reason, promise: event.promise });
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
}
