const record = require('../../record');
Page(
  record(
    { name: '', focused: false },
    {
      upper(event) {
        return event.detail.value.toUpperCase();
      },
      focusField() {
        this.setData({ focused: true });
      },
    },
  ),
);
