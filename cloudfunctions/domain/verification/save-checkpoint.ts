import { isDatabaseError, type Platform } from '../../platform';
import { type Checkpoint, checkpoints } from './store';

/** Where the replays of these accounts ended, at most 1,000. One database call. */
export async function readCheckpoints(
  platform: Platform,
  accounts: readonly string[],
): Promise<Map<string, Checkpoint>> {
  if (accounts.length === 0) return new Map();
  const found = await platform.database.find(checkpoints, {
    where: { _id: { oneOf: accounts } },
    limit: accounts.length,
  });
  return new Map(found.map(checkpoint => [checkpoint._id, checkpoint]));
}

/** Writes a checkpoint instead of the one before; whoever comes second has made the same. One database call. */
export async function saveCheckpoint(
  platform: Platform,
  before: Checkpoint | undefined,
  checkpoint: Checkpoint,
): Promise<void> {
  const { _id, ...fields } = checkpoint;
  if (before) {
    await platform.database.updateWhere(checkpoints, { _id, day: before.day }, fields);
    return;
  }
  try {
    await platform.database.add(checkpoints, checkpoint);
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate')) throw error;
  }
}
