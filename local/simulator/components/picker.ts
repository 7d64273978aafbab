import { type BuiltInInstance, defineBuiltIn } from './built-in';
import { type PickerModel, pickerModel } from './picker-model';
import { openPickerSheet, type PickerSheet } from './picker-sheet';
import { pickerStyle } from './picker-style';
import { privateState } from './private-state';
import { anything, asNumber, asText, flag, list, text } from './property';

const opened = privateState(() => ({ sheet: null as PickerSheet | null, chosen: [] as number[] }));

/** selector, multiSelector, time, date and region: a tap opens the sheet. */
export const picker = defineBuiltIn({
  tag: 'picker',
  isFormField: true,
  properties: {
    mode: text('selector'),
    value: anything(0),
    range: list(),
    rangeKey: text(),
    start: text(),
    end: text(),
    fields: text('day'),
    level: text('sub-district'),
    customItem: text(),
    headerText: text(),
    disabled: flag(),
    name: text(),
  },
  style: pickerStyle,
  observers: {
    /** A page fills later columns while the sheet is open, as its columnchange says. */
    range() {
      if (this.data.mode === 'multiSelector') this.refill(-1);
    },
    value() {
      const { sheet, chosen } = opened(this);
      if (sheet === null || this.data.mode !== 'multiSelector') return;
      chosen.splice(0, chosen.length, ...pickerModel(this.data).start);
      this.refill(-1);
    },
  },
  listeners: { tap: 'open' },
  methods: {
    async open(): Promise<void> {
      const state = opened(this);
      if (this.data.disabled === true || state.sheet !== null) return;
      const model = pickerModel(this.data);
      state.chosen = [...model.start];
      const sheet = openPickerSheet(asText(this.data.headerText), model.start.length, (column, index) =>
        this.turned(column, index),
      );
      state.sheet = sheet;
      fillColumns(sheet, model, state.chosen, -1);
      const chosen = await sheet.closed;
      state.sheet = null;
      this.finish(chosen);
    },
    turned(column: number, index: number): void {
      opened(this).chosen[column] = index;
      this.refill(column);
      if (this.data.mode === 'multiSelector') this.triggerEvent('columnchange', { column, value: index });
    },
    /** @param after only the columns that come after this one are filled anew */
    refill(after: number): void {
      const { sheet, chosen } = opened(this);
      const model = pickerModel(this.data);
      if (sheet === null) return;
      if (after < 0 || this.data.mode !== 'multiSelector') fillColumns(sheet, model, chosen, after);
    },
    finish(chosen: number[] | null): void {
      if (chosen === null) return void this.triggerEvent('cancel', {});
      const answer = pickerModel(this.data).answer(chosen);
      this.setData({ value: formValue(this, answer.value) });
      this.triggerEvent('change', answer);
    },
    resetField() {
      this.setData({
        value: this.data.mode === 'selector' ? 0 : this.data.mode === 'multiSelector' ? [] : '',
      });
    },
  },
  detached() {
    opened(this).sheet?.close(null);
  },
});

function fillColumns(sheet: PickerSheet, model: PickerModel, chosen: number[], after: number): void {
  model.columns(chosen).forEach((items, column) => {
    if (column <= after) return;
    chosen[column] = Math.min(chosen[column] ?? 0, Math.max(0, items.length - 1));
    sheet.fill(column, items, chosen[column]);
  });
}

/** The property takes a number where the event tells text. */
function formValue({ data }: BuiltInInstance, value: unknown): unknown {
  return data.mode === 'selector' ? asNumber(value) : value;
}
