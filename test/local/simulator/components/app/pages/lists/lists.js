const record = require('../../record');
Page(
  record(
    {
      rows: Array.from({ length: 20 }, (_, index) => index),
      slides: [0, 1, 2],
      slide: 0,
      into: '',
      top: null,
      refreshing: false,
      playing: false,
    },
    {
      showRow() {
        this.setData({ into: 'row-10' });
      },
      showThird() {
        this.setData({ slide: 2 });
      },
      stop() {
        this.setData({ refreshing: false });
      },
      play() {
        this.setData({ playing: true });
      },
    },
  ),
);
