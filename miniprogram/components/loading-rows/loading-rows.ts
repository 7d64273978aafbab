/** The skeleton of a list that is being read. */
Component({
  properties: {
    count: { type: Number, value: 3 },
  },
});
