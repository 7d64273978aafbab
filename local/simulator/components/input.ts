import { type BuiltInEvent, defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { asRecord, asText, flag, text } from './property';
import { fieldOf, textField } from './text-field';
import { textFieldStyle } from './text-field-style';

/** Keyboards of a phone, and which characters they do not have. */
const keyboards: Record<string, { inputMode: string; missing: RegExp }> = {
  number: { inputMode: 'numeric', missing: /[^0-9]/g },
  digit: { inputMode: 'decimal', missing: /[^0-9.]/g },
  idcard: { inputMode: 'text', missing: /[^0-9xX]/g },
};

const nickname = privateState(() => ({ asked: false }));

export const input = defineBuiltIn({
  tag: 'input',
  isFormField: true,
  externalClasses: ['placeholder-class'],
  properties: { type: text('text'), password: flag(), name: text(), randomNumber: flag() },
  template: `
    <h-div wx:if="{{isEmpty}}" class="wx-text-placeholder wx-input-placeholder placeholder-class" style="{{placeholderStyle}}" aria-hidden="true">{{placeholder}}</h-div>
    <h-input class="wx-text-field" bind:input="onInput" bind:focus="onFieldFocus" bind:blur="onBlur" bind:keydown="onKeyDown" bind:compositionstart="onCompositionStart" bind:compositionend="onCompositionEnd" />`,
  style: `
    ${textFieldStyle('wx-input')}
    wx-input { height: 1.4em; min-height: 1.4em; line-height: 1.4 }
    wx-input .wx-input-placeholder { top: 50%; transform: translateY(-50%); white-space: nowrap }`,
  traits: [textField],
  observers: {
    'type, password'(type: unknown, password: boolean) {
      const field = fieldOf(this) as HTMLInputElement | null;
      if (field === null) return;
      field.type = password || type === 'safe-password' ? 'password' : 'text';
      field.inputMode = keyboards[asText(type)]?.inputMode ?? 'text';
    },
  },
  methods: {
    accept(value: string) {
      const missing = keyboards[asText(this.data.type)]?.missing;
      return missing === undefined ? value : value.replace(missing, '');
    },
    onFieldFocus(event: BuiltInEvent): void {
      this.invoke('onFocus', event);
      if (this.data.type === 'nickname' && asText(this.data.value) === '') this.invoke('offerNickname');
    },
    /** The bar above the keyboard that offers one's WeChat name. */
    async offerNickname(): Promise<void> {
      if (nickname(this).asked) return;
      nickname(this).asked = true;
      const chosen = asRecord(await this.wx['simulator:openType']?.({ openType: 'chooseNickname' }));
      const value = asText(chosen.nickname);
      if (value === '') return;
      this.setData({ value });
      this.triggerEvent('input', { value, cursor: value.length, keyCode: 0 });
      this.triggerEvent('nicknamereview', { pass: true, timeout: false });
    },
    onKeyDown(event: BuiltInEvent) {
      const key = event.native as KeyboardEvent | undefined;
      if (key?.key !== 'Enter' || key.isComposing) return;
      this.triggerEvent('confirm', { value: asText(this.data.value) });
      if (this.data.confirmHold !== true) fieldOf(this)?.blur();
    },
  },
});
