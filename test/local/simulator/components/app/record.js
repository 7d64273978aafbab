/** A page that keeps the events that its components raise, and shows them as JSON where a test can read them. */
module.exports = function record(data, methods) {
  return {
    data: Object.assign({ log: '[]' }, data),
    on(event) {
      this.events = this.events || [];
      const { type, detail, target, currentTarget, timeStamp, touches, changedTouches, mark } = event;
      this.events.push({ type, detail, target, currentTarget, timeStamp, touches, changedTouches, mark });
      this.setData({ log: JSON.stringify(this.events) });
    },
    ...methods,
  };
};
