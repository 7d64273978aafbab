/** One entry of the audit log, whole. Emits `search` with the condition that finds the like. */
Component({
  properties: {
    /** See views/audit `AuditDetail`. */
    detail: { type: Object, value: {} },
  },
  methods: {
    onSearchTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('search', { by: currentTarget.dataset.by });
    },
  },
});
