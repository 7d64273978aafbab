/** Built-in components, which `wx.canIUse` knows beside the calls. */
const components = new Set([
  ...[
    'view',
    'cover-view',
    'text',
    'label',
    'button',
    'image',
    'cover-image',
    'icon',
    'input',
    'textarea',
    'switch',
  ],
  ...[
    'checkbox',
    'checkbox-group',
    'radio',
    'radio-group',
    'slider',
    'form',
    'picker',
    'picker-view',
    'scroll-view',
  ],
  ...[
    'picker-view-column',
    'swiper',
    'swiper-item',
    'progress',
    'navigator',
    'rich-text',
    'web-view',
    'canvas',
  ],
  ...[
    'video',
    'page-meta',
    'navigation-bar',
    'root-portal',
    'match-media',
    'movable-view',
    'movable-area',
    'block',
  ],
]);

/** `wx.canIUse('getLocation.success.latitude')`: decided by the first part; what is below it is taken for granted. */
export const canIUse =
  (calls: Record<string, unknown>) =>
  (schema: unknown): boolean => {
    const [first = ''] = String(schema).split('.');
    return first in calls || components.has(first);
  };
