import { type BuiltInEvent, defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { asText, flag, text } from './property';
import { fieldOf, textField } from './text-field';
import { textFieldStyle } from './text-field-style';

const shown = privateState(() => ({ lineCount: 0, observer: null as ResizeObserver | null }));

export const textarea = defineBuiltIn({
  tag: 'textarea',
  isFormField: true,
  externalClasses: ['placeholder-class'],
  properties: {
    name: text(),
    autoHeight: flag(),
    fixed: flag(),
    showConfirmBar: flag(true),
    disableDefaultPadding: flag(),
    confirmType: text('return'),
  },
  template: `
    <h-div wx:if="{{isEmpty}}" class="wx-text-placeholder wx-textarea-placeholder placeholder-class" style="{{placeholderStyle}}" aria-hidden="true">{{placeholder}}</h-div>
    <h-textarea class="wx-text-field" bind:input="onInput" bind:focus="onFocus" bind:blur="onBlur" bind:keydown="onKeyDown" bind:compositionstart="onCompositionStart" bind:compositionend="onCompositionEnd" />`,
  style: `
    ${textFieldStyle('wx-textarea')}
    wx-textarea { width: 300px; height: 150px }
    wx-textarea[wx-auto-height] { height: auto !important }
    wx-textarea .wx-textarea-placeholder { top: 0; padding-top: inherit; white-space: pre-wrap; word-break: break-word }`,
  traits: [textField],
  observers: {
    autoHeight(automatic: boolean) {
      this.host.toggleAttribute('wx-auto-height', automatic);
    },
    'value, autoHeight'() {
      this.measure();
    },
  },
  methods: {
    /** Grows with what is written, and tells when the number of lines changes. */
    measure(): void {
      const field = fieldOf(this);
      if (field === null || field.clientWidth === 0) return;
      field.style.height = 'auto';
      const height = field.scrollHeight;
      field.style.height = this.data.autoHeight === true ? `${height}px` : '';
      const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || 20;
      const lineCount = Math.max(1, Math.round(height / lineHeight));
      if (lineCount === shown(this).lineCount) return;
      shown(this).lineCount = lineCount;
      const heightRpx = Math.round((height * 750) / document.documentElement.clientWidth);
      this.triggerEvent('linechange', { height, heightRpx, lineCount, lineHeight });
    },
    onKeyDown(event: BuiltInEvent) {
      const key = event.native as KeyboardEvent | undefined;
      if (key?.key !== 'Enter' || key.isComposing || this.data.confirmType === 'return') return;
      key.preventDefault();
      this.triggerEvent('confirm', { value: asText(this.data.value) });
      if (this.data.confirmHold !== true) fieldOf(this)?.blur();
    },
  },
  ready() {
    const field = fieldOf(this);
    field?.setAttribute('rows', '1');
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(this.host);
    shown(this).observer = observer;
  },
  detached() {
    shown(this).observer?.disconnect();
  },
});
