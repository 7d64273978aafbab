const record = require('../../record');
Page(
  record(
    {
      cities: [{ name: '广州' }, { name: '深圳' }, { name: '珠海' }],
      columns: [
        ['天河', '越秀'],
        ['一', '二', '三'],
      ],
      numbers: [0, 1, 2, 3, 4, 5, 6, 7],
    },
    {
      column(event) {
        this.on(event);
        if (event.detail.column === 0) this.setData({ columns: [this.data.columns[0], ['甲', '乙']] });
      },
    },
  ),
);
