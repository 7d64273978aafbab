/**
 * Marks in built CSS that only the running app can fill in: whether a component's classes are its own is said by its
 * JavaScript options, and the theme changes while the app runs. Private-use characters cannot occur in real WXSS.
 */
export const styleMarks = {
  /** Before each class name: becomes the component's prefix or nothing. */
  scope: '\uE000',
  /** Inside a media query: true when the theme is dark. */
  dark: '\uE001',
  light: '\uE002',
} as const;
