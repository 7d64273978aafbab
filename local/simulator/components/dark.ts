import { styleMarks } from '../build/style-marks';

/** Rules that hold in dark mode only; the running app fills the mark in, and again when the theme changes. */
export const dark = (rules: string): string => `@media ${styleMarks.dark} {${rules}}`;
