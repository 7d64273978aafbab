import type { StaffDesk } from './staff-desk';
import { sceneAtMs, story } from './story';

/**
 * Brings the clock from scene to scene and plays those that are due until then. What was interrupted is played again by
 * the next one who asks.
 * @param startDay first Beijing day of the month
 */
export async function playScenes(desk: StaffDesk, startDay: string, untilMs: number): Promise<void> {
  const { file, clock } = desk;
  for (const scene of story.slice(file.state.scenesDone)) {
    const atMs = sceneAtMs(scene, startDay);
    if (atMs > untilMs) return;
    if ((await clock.nowMs()) < atMs) await clock.jumpTo(atMs);
    desk.begin(scene.name);
    await scene.play(desk, atMs);
    file.change({ scenesDone: file.state.scenesDone + 1 });
  }
}
