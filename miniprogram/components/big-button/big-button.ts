/** The one action of a page, 48 px high (60 in elder mode). Emits `press`; while `busy` a second tap does nothing. */
Component({
  properties: {
    text: String,
    /** `primary` is filled, `tint` stands on a card, `plain` is a way out, `loss` gives something up. */
    kind: { type: String, value: 'primary' },
    busy: Boolean,
    disabled: Boolean,
    /** WeChat's own abilities of a button, such as `agreePrivacyAuthorization`. */
    openType: String,
    label: String,
  },
  methods: {
    onTap() {
      if (!this.data.busy && !this.data.disabled) this.triggerEvent('press');
    },
    /** Only with `openType` `agreePrivacyAuthorization`, after WeChat has noted the agreement. */
    onAgree() {
      this.triggerEvent('agree');
    },
  },
});
