import { dark } from './dark';

/** The square with its tick, of checkboxes and of switches that look like one. */
export const checkMark = (within: string): string => `
  ${within} .wx-checkbox-input {
    position: relative; display: inline-flex; align-items: center; justify-content: center; width: 22px; height: 22px;
    box-sizing: border-box; margin-right: 5px; border: 1px solid #d1d1d1; border-radius: 3px; background-color: #ffffff;
  }
  ${within} .wx-checkbox-input-checked::before {
    content: ''; width: 6px; height: 11px; margin-top: -3px; border: solid currentColor; border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  ${dark(`${within} .wx-checkbox-input { border-color: rgba(255, 255, 255, 0.3); background-color: transparent }`)}`;
