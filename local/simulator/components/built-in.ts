import type { GeneralComponent } from 'glass-easel';

/** What WeChat allows as the type of a property; `null` takes any value. */
export type PropertyType =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | ArrayConstructor
  | ObjectConstructor
  | FunctionConstructor
  | null;

export interface PropertyDeclaration {
  type: PropertyType;
  optionalTypes?: PropertyType[];
  value?: unknown;
}

export interface TriggerOptions {
  bubbles?: boolean;
  composed?: boolean;
  capturePhase?: boolean;
}

/** What a method of a built-in component gets when it is named as a handler in its template or in `listeners`. */
export interface BuiltInEvent<Detail = Record<string, unknown>> {
  type: string;
  detail: Detail;
  /** The browser's event: always there for the events of `h-*` elements, touches and taps. */
  native: Event | undefined;
  /** The real element that the handler is bound to. */
  element: HTMLElement;
  /** Like `catch`: no further handler outside of this component sees the event. */
  stopPropagation(): void;
}

/** `this` in the methods, observers and life cycles of a built-in component. */
export interface BuiltInInstance {
  /** Data and property values; change them through setData, which also feeds `model:` bindings. */
  readonly data: Record<string, unknown>;
  setData(patch: Record<string, unknown>): void;
  /** The element of the host in the page, e.g. `<wx-view>`. */
  readonly host: HTMLElement;
  readonly id: string;
  readonly dataset: Record<string, unknown>;
  /** First element below the host; mark inner elements with a class that starts with `wx-`, e.g. `.wx-input-field`. */
  find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null;
  /** Like a component's own triggerEvent; built-in events neither bubble nor cross shadow trees unless said so. */
  triggerEvent(name: string, detail?: unknown, options?: TriggerOptions): void;
  /** Adds or removes classes given by the page (hover-class and the like) on the host, in the page's own style scope. */
  toggleHostClass(classNames: string, on: boolean): void;
  /** Nearest built-in of that tag around this one, across shadow trees (radio → radio-group). */
  ancestor(tag: string): BuiltInInstance | null;
  /**
   * Built-ins of that tag below this one, in the order of the page, across shadow trees. `wx://form-field` finds each
   * component that is a form field, custom ones too: its data has `name` and `value`.
   */
  descendants(tag: string): BuiltInInstance[];
  /** Calls a method of another built-in, e.g. what radio-group does with a radio. */
  invoke(method: string, ...values: unknown[]): unknown;
  /** What a path means in the file that uses this component: `./a.png`, `/images/a.png`; URLs stay as they are. */
  resolveAsset(source: string): string;
  /** The simulator's wx object, for navigator and buttons with an open-type. */
  readonly wx: Record<string, (options?: Record<string, unknown>) => unknown>;
  /** The kernel's node, for the rare thing that this interface does not offer. */
  readonly component: GeneralComponent;
}

type Method = (...values: never[]) => unknown;

export interface BuiltInParts<Methods extends Record<string, Method>> {
  properties?: Record<string, PropertyDeclaration>;
  data?: Record<string, unknown>;
  methods?: Methods;
  /** Handlers for events that reach the host, by event name, e.g. `{ touchstart: 'onHoverStart' }`. */
  listeners?: Record<string, string>;
  /** By data field, several separated by commas, as in a component of a mini-program. */
  observers?: Record<string, (...values: never[]) => void>;
  attached?(): void;
  /** After the first rendering of the page, children first. */
  ready?(): void;
  detached?(): void;
}

export interface BuiltInDefinition<Methods extends Record<string, Method> = Record<string, Method>>
  extends BuiltInParts<Methods> {
  /** Name in WXML; the host in the page is `<wx-TAG>`, and WXSS selectors for the tag are rewritten alike. */
  tag: string;
  /**
   * WXML. `h-input` is a real `<input>`, `h-div` a real `<div>`; only these listen to the browser's own events
   * (`bind:input`, `bind:change`, `bind:focus`, `bind:load` …), while touches and taps work everywhere. Default: one slot.
   */
  template?: string;
  /** Plain CSS for the host and the parts, e.g. `wx-view { display: block }`. */
  style?: string;
  /** Names of attributes whose value is a class of the page, e.g. `placeholder-class`; use the same name in the template. */
  externalClasses?: string[];
  multipleSlots?: boolean;
  /** Takes part in forms: has `name` and `value` properties (declare others such as `checked` yourself). */
  isFormField?: boolean;
  /** Parts shared by several components (hover, form field); they come first, the component's own win. */
  traits?: BuiltInParts<Record<string, Method>>[];
}

/** Gives `this` its type; the definition itself is returned unchanged, so that it can be read without a browser. */
export function defineBuiltIn<Methods extends Record<string, Method>>(
  definition: BuiltInDefinition<Methods> & ThisType<BuiltInInstance & Methods>,
): BuiltInDefinition {
  return definition;
}

/** The same for parts that several components share. */
export function defineTrait<Methods extends Record<string, Method>>(
  parts: BuiltInParts<Methods> & ThisType<BuiltInInstance & Methods>,
): BuiltInParts<Record<string, Method>> {
  return parts;
}
