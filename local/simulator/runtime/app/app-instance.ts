import type { Problems } from '../problems/problems';

type Method = (...values: unknown[]) => unknown;

/** What `App()` was given, and its life cycle. */
export class AppInstance {
  /** What `getApp()` answers; an empty object until App() has been called. */
  readonly value: Record<string, unknown> = {};

  constructor(private readonly problems: Problems) {}

  /** The global `App`. */
  readonly define = (definition: Record<string, unknown>): void => {
    Object.assign(this.value, definition);
  };

  /** Calls onLaunch, onShow, onHide, onError and the like where the app has them. */
  call(name: string, ...values: unknown[]): void {
    const method = this.value[name];
    if (typeof method !== 'function') return;
    try {
      (method as Method).apply(this.value, values);
    } catch (error) {
      this.problems.caught('app', error);
    }
  }
}
