export const refresherStyle = `
  .wx-scroll-view-refresher { position: relative; height: 0; overflow: hidden; display: flex; flex-direction: column; justify-content: flex-end }
  .wx-refresher-dots { position: absolute; left: 0; right: 0; bottom: 16px; display: flex; justify-content: center; gap: 6px }
  .wx-refresher-dots > i { width: 6px; height: 6px; border-radius: 50%; background: rgba(0, 0, 0, 0.3); animation: wx-refresher 1s infinite }
  .wx-refresher-dots > i:nth-child(2) { animation-delay: 0.2s }
  .wx-refresher-dots > i:nth-child(3) { animation-delay: 0.4s }
  .wx-refresher-white > i { background: rgba(255, 255, 255, 0.6) }
  @keyframes wx-refresher { 50% { opacity: 0.3 } }`;
