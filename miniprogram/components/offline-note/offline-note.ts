/** Says that what follows is a stored copy and how old it is. Shows nothing without text. */
Component({ properties: { text: String } });
