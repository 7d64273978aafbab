import { milestones } from '../../../../cloudfunctions/domain/milestones';
import { drawMilestone } from '../../../../miniprogram/packages/trips/drawing/draw-milestone';
import { sharePicture } from '../../../../miniprogram/packages/trips/drawing/share-picture';
import { viewMilestonePicture } from '../../../../miniprogram/packages/trips/views/milestone-picture';
import type { Milestones } from '../../../../miniprogram/services/milestones';
import { installFakeWx } from '../../services/fake-wx';
import { expectLegible, NotingPen, REWARD_WORDS, writtenOn } from './noting-pen';

/** The real milestones, of which so many are reached. */
const read = (reached: number): Milestones => ({
  today: '2026-11-20',
  grams: 0,
  milestones: milestones.map((milestone, at) => ({
    ...milestone,
    reachedDay: at < reached ? '2026-10-30' : null,
  })),
});

describe('a milestone as a picture', () => {
  test('is the latest that was reached, unless another one is asked for', () => {
    expect(viewMilestonePicture(read(4), '')).toMatchObject({ level: '第 4 站', mass: '6,000 克' });
    expect(viewMilestonePicture(read(4), 'kilowatt-hour')).toMatchObject({
      level: '第 2 站',
      title: '一度电',
      reached: '2026 年 10 月 30 日',
    });
  });

  test.each([
    ['before the first', 0, ''],
    ['of one that is still ahead', 3, 'tonne'],
    ['of one that does not exist', 3, 'mountain'],
  ])('there is none %s', (_, reached, key) => {
    expect(viewMilestonePicture(read(reached), key)).toBeNull();
  });

  test.each(milestones.map(({ key }) => [key]))(
    'of %s is legible, names its source and promises nothing',
    key => {
      const pen = new NotingPen();
      drawMilestone(pen, viewMilestonePicture(read(milestones.length), key)!);
      expectLegible(pen);
      const all = writtenOn(pen).replace(/,/g, '');
      expect(all).toContain(milestones.find(milestone => milestone.key === key)!.source.slice(0, 12));
      expect(all).not.toMatch(REWARD_WORDS);
    },
  );
});

describe('sending it', () => {
  const canvas = {} as WechatMiniprogram.Canvas;
  const failing = (errMsg: string) => async () => Promise.reject({ errMsg });

  test('opens the window for the picture of the canvas', async () => {
    const shown: unknown[] = [];
    Object.assign(installFakeWx(), {
      canvasToTempFilePath: async () => ({ tempFilePath: 'tmp/picture.png' }),
      showShareImageMenu: async (options: unknown) => void shown.push(options),
    });
    expect(await sharePicture(canvas)).toBe('opened');
    expect(shown).toEqual([{ path: 'tmp/picture.png' }]);
  });

  test.each([
    ['showShareImageMenu:fail cancel', 'opened'],
    ['showShareImageMenu:fail not supported', 'failed'],
  ])('%s is %s', async (errMsg, outcome) => {
    Object.assign(installFakeWx(), {
      canvasToTempFilePath: async () => ({ tempFilePath: 'tmp/picture.png' }),
      showShareImageMenu: failing(errMsg),
    });
    expect(await sharePicture(canvas)).toBe(outcome);
  });
});
