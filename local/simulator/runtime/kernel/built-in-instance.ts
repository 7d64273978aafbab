import type { BuiltInInstance, TriggerOptions } from '../../components/built-in';
import { formFieldsIn } from './form-fields';
import type { glassEasel, KernelComponent, KernelElement } from './glass-easel';
import { callerOf, elementOf, isComponent, ownerOf } from './node-access';

/** What built-in components need from the app around them. */
export interface BuiltInSurroundings {
  wx: BuiltInInstance['wx'];
  /** @param file path of the template that names the source */
  addressOf(source: string, file: string): string;
}

/** The class for page-given classes on hosts: apart from what the template's class attribute sets. */
const addedSegment = 1 as glassEasel.StyleSegmentIndex;

/** `this` of one built-in component; its methods are put on a derived object by register-built-ins.ts. */
export class BuiltIn implements BuiltInInstance {
  declare readonly _$: KernelComponent;
  declare readonly surroundings: BuiltInSurroundings;

  get component(): KernelComponent {
    return this._$;
  }

  get data(): Record<string, unknown> {
    return this._$.data as Record<string, unknown>;
  }

  get host(): HTMLElement {
    // A page that was left may still get its answer: what it then builds has no element, and nobody sees it.
    return elementOf(this._$) ?? document.createElement('div');
  }

  get id(): string {
    return this._$.id;
  }

  get dataset(): Record<string, unknown> {
    return this._$.dataset as Record<string, unknown>;
  }

  get wx(): BuiltInInstance['wx'] {
    return this.surroundings.wx;
  }

  setData(patch: Record<string, unknown>): void {
    this._$.setData(patch);
  }

  find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    // Nothing is found in what has left the page, e.g. by something that was due a moment later.
    return elementOf(this._$)?.querySelector<Found>(selector) ?? null;
  }

  triggerEvent(name: string, detail: unknown = {}, options: TriggerOptions = {}): void {
    this._$.triggerEvent(name, detail, options);
  }

  toggleHostClass(classNames: string, on: boolean): void {
    for (const name of classNames.split(/\s+/).filter(one => one !== ''))
      this._$.classList?.toggle(name, on, addedSegment);
  }

  ancestor(tag: string): BuiltInInstance | null {
    const around = this.host.parentElement?.closest(`wx-${tag}`) ?? null;
    return around === null ? null : builtInAt(around);
  }

  descendants(tag: string): BuiltInInstance[] {
    if (tag === 'wx://form-field')
      return formFieldsIn(this._$, this.host).map(node => callerOf(node) as unknown as BuiltInInstance);
    return [...this.host.querySelectorAll(`wx-${tag}`)].map(builtInAt).filter(one => one !== null);
  }

  invoke(method: string, ...values: unknown[]): unknown {
    const found = (this as unknown as Record<string, unknown>)[method];
    return typeof found === 'function' ? found.apply(this, values) : undefined;
  }

  resolveAsset(source: string): string {
    return this.surroundings.addressOf(source, ownerOf(this._$)?.is ?? '');
  }
}

type HostElement = Element & { __wxElement?: KernelElement };

function builtInAt(element: Element): BuiltInInstance | null {
  const node = (element as HostElement).__wxElement;
  const caller = node !== undefined && isComponent(node) ? callerOf(node) : undefined;
  return caller instanceof BuiltIn ? caller : null;
}
