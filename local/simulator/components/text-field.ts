import { mirrorLabel } from './accessibility';
import { type BuiltInEvent, type BuiltInInstance, defineTrait } from './built-in';
import { privateState } from './private-state';
import { anything, asNumber, asText, flag, number, text } from './property';

type Field = HTMLInputElement | HTMLTextAreaElement;

export const fieldOf = (owner: BuiltInInstance): Field | null => owner.find<Field>('.wx-text-field');

const composing = privateState(() => ({ now: false, stopMirror: () => {} }));

/** What input and textarea have in common. The real field bears the class `wx-text-field`. */
export const textField = defineTrait({
  properties: {
    value: text(),
    placeholder: text(),
    placeholderStyle: text(),
    disabled: flag(),
    maxlength: number(140),
    focus: flag(),
    autoFocus: flag(),
    cursor: number(-1),
    cursorColor: text(),
    cursorSpacing: anything(0),
    selectionStart: number(-1),
    selectionEnd: number(-1),
    confirmType: text('done'),
    confirmHold: flag(),
    holdKeyboard: flag(),
    adjustPosition: flag(true),
    alwaysEmbed: flag(),
    alwaysSystem: flag(),
  },
  data: { isEmpty: true },
  observers: {
    value(value: unknown) {
      showValue(this, asText(value));
    },
    'placeholder, disabled, confirmType, cursorColor'() {
      describe(this);
    },
    focus(wanted: boolean) {
      setFocus(this, wanted);
    },
    'cursor, selectionStart, selectionEnd'() {
      placeCursor(this);
    },
  },
  methods: {
    onInput(): void {
      const field = fieldOf(this);
      if (field === null || composing(this).now) return;
      const value = asText(this.accept(field.value)).slice(0, lengthLimit(this));
      // Some browsers tell several times of one paste of several lines.
      if (value === asText(this.data.value)) {
        showValue(this, value);
        return;
      }
      const cursor = Math.min(field.selectionStart ?? value.length, value.length);
      showValue(this, value);
      this.setData({ value });
      tellInput(this, { value, cursor, keyCode: value.charCodeAt(cursor - 1) || 0 });
    },
    /** Which characters the keyboard of this type has; input overrides it. */
    accept(value: string): string {
      return value;
    },
    onCompositionStart() {
      composing(this).now = true;
    },
    onCompositionEnd() {
      composing(this).now = false;
      this.onInput();
    },
    onFocus() {
      placeCursor(this);
      this.triggerEvent('focus', { value: asText(this.data.value), height: 0 });
      this.triggerEvent('keyboardheightchange', { height: 0, duration: 0 });
    },
    onBlur(event: BuiltInEvent) {
      const { value, selectionEnd } = event.element as Field;
      this.triggerEvent('blur', { value, cursor: selectionEnd ?? value.length });
    },
    onTap(event: BuiltInEvent) {
      if (event.native?.target !== fieldOf(this)) setFocus(this, true);
    },
    activate() {
      setFocus(this, true);
    },
    resetField() {
      this.setData({ value: '' });
    },
    fieldValue(): string {
      return fieldOf(this)?.value ?? '';
    },
  },
  listeners: { tap: 'onTap' },
  attached() {
    const field = fieldOf(this);
    if (field !== null) composing(this).stopMirror = mirrorLabel(this.host, field);
  },
  detached() {
    composing(this).stopMirror();
  },
  ready() {
    if (this.data.focus === true || this.data.autoFocus === true) setFocus(this, true);
  },
});

function lengthLimit({ data }: BuiltInInstance): number {
  const most = asNumber(data.maxlength, 140);
  return most < 0 ? Number.POSITIVE_INFINITY : most;
}

function showValue(owner: BuiltInInstance, value: string): void {
  const field = fieldOf(owner);
  if (field !== null && field.value !== value) field.value = value;
  if (owner.data.isEmpty !== (value === '')) owner.setData({ isEmpty: value === '' });
}

/** A handler of `input` may answer what shall stand in the field instead. */
function tellInput(owner: BuiltInInstance, detail: Record<string, unknown>): void {
  owner.component.triggerEvent('input', detail, {
    handleListenerReturn(answer: unknown) {
      const replaced =
        typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer;
      if (typeof replaced !== 'string') return;
      showValue(owner, replaced);
      owner.setData({ value: replaced });
    },
  });
}

const enterKeys: Record<string, string> = {
  return: 'enter',
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
};

function describe(owner: BuiltInInstance): void {
  const field = fieldOf(owner);
  if (field === null) return;
  const { placeholder, disabled, confirmType, cursorColor } = owner.data;
  field.placeholder = asText(placeholder);
  field.disabled = disabled === true;
  field.enterKeyHint = enterKeys[asText(confirmType)] ?? 'done';
  field.style.caretColor = asText(cursorColor);
}

function setFocus(owner: BuiltInInstance, wanted: boolean): void {
  // The page may be about to show the field that it wants to be written in.
  requestAnimationFrame(() => (wanted ? fieldOf(owner)?.focus() : fieldOf(owner)?.blur()));
}

function placeCursor(owner: BuiltInInstance): void {
  const field = fieldOf(owner);
  const cursor = asNumber(owner.data.cursor, -1);
  const start = asNumber(owner.data.selectionStart, -1);
  if (field === null || document.activeElement !== field || Math.max(cursor, start) < 0) return;
  if (start >= 0) field.setSelectionRange(start, asNumber(owner.data.selectionEnd, start));
  else field.setSelectionRange(cursor, cursor);
}
