/** A note above a page's content: that it is a stored copy and how old, or what does not work. Nothing without text. */
Component({ properties: { text: String } });
