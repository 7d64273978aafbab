export const swiperStyle = `
  wx-swiper { display: block; height: 150px }
  .wx-swiper-wrapper { position: relative; width: 100%; height: 100%; overflow: hidden; transform: translateZ(0) }
  .wx-swiper-slides { position: absolute }
  .wx-swiper-frame { position: absolute; inset: 0 }
  .wx-swiper-dots { position: absolute; display: flex; font-size: 0; pointer-events: none }
  .wx-swiper-dots-horizontal { left: 50%; bottom: 10px; transform: translateX(-50%) }
  .wx-swiper-dots-vertical { right: 10px; top: 50%; transform: translateY(-50%); flex-direction: column }
  .wx-swiper-dot { width: 8px; height: 8px; margin: 0 4px; border-radius: 50% }
  .wx-swiper-dots-vertical > .wx-swiper-dot { margin: 5px 0 }
  wx-swiper-item { display: block; position: absolute; top: 0; left: 0; width: 100%; height: 100%; overflow: hidden; will-change: transform }`;
