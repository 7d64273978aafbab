/** A year as a line of twelve stations: what came in each month stands above it, what left hangs below. */
Component({
  properties: {
    /** See views/month-chart. */
    bars: { type: Array, value: [] },
    /** How much of the height belongs to what left, in percent. */
    below: Number,
    /** Of bars above and below the line together, in px. */
    height: { type: Number, value: 96 },
    /** What somebody hears in place of the picture. */
    label: String,
  },
});
