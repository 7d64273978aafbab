import { modeName } from '../../../../views/trip';
import { cityName } from '../../../../words/cities';
import type { PartnerForm } from '../../views/partners';
import { states } from '../../views/partners';

/** A partner's settings to be filled in. Emits `change` with the part of the form that changed. */
Component({
  properties: {
    form: { type: Object, value: {} },
    /** What is wrong, by field. */
    problems: { type: Object, value: {} },
    /** The id can be chosen only once. */
    isNew: Boolean,
    cities: { type: Array, value: [] },
    modes: { type: Array, value: [] },
  },
  data: {
    states,
    cityOptions: [] as { key: string; name: string }[],
    modeRows: [] as { mode: string; name: string; isChosen: boolean }[],
  },
  observers: {
    'form, cities, modes'(form: PartnerForm, cities: string[], modes: string[]) {
      const chosen = form.modes ?? [];
      this.setData({
        cityOptions: cities.map(city => ({ key: city, name: cityName(city) })),
        modeRows: modes.map(mode => ({ mode, name: modeName(mode), isChosen: chosen.includes(mode) })),
      });
    },
  },
  methods: {
    onText({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { [currentTarget.dataset.field as string]: detail.value });
    },
    onMode({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const modes = this.data.modeRows
        .filter(({ mode, isChosen }) => (mode === detail.key ? !isChosen : isChosen))
        .map(({ mode }) => mode);
      this.triggerEvent('change', { modes });
    },
    onState({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.triggerEvent('change', { state: detail.key });
    },
  },
});
