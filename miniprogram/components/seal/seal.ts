/** A small word in a pill: a state, a source, a line's name. */
Component({
  properties: {
    text: String,
    /** `green` carbon, `amber` bonus, `quiet` neither; `outline` is drawn, not filled. */
    kind: { type: String, value: 'green' },
    /** A line's own colours, over those of `kind`. */
    color: String,
    ink: String,
  },
});
