import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { newClaimCode } from '../../claim/claim-code';
import { writeFileDurably } from '../../cloud/write-file-durably';

const stateShape = z.strictObject({
  version: z.literal(1),
  /** By which the first administrator claims the team. */
  claimCode: z.string(),
  scenesDone: z.int(),
  /** By openid. */
  staffIds: z.record(z.string(), z.string()),
  /** Secrets of one-time codes in base 32, by openid: what stands in for everybody's authenticator. */
  secrets: z.record(z.string(), z.string()),
  /** What later scenes need of earlier ones, by name. */
  notes: z.record(z.string(), z.string()),
});

type TeamState = z.infer<typeof stateShape>;

const NAME = 'team.json';

/**
 * What the demo knows of its team, in the data folder; readable to its owner only. In a real team nobody holds other
 * people's secrets.
 */
export class TeamFile {
  private constructor(
    readonly file: string,
    public state: TeamState,
  ) {}

  static exists(folder: string): boolean {
    return existsSync(path.join(folder, NAME));
  }

  /** The folder's, or an empty one, which is written with its first change. */
  static open(folder: string): TeamFile {
    const file = path.join(folder, NAME);
    if (!existsSync(file)) return new TeamFile(file, emptyState());
    try {
      return new TeamFile(file, stateShape.parse(JSON.parse(readFileSync(file, 'utf8'))));
    } catch (error) {
      throw new Error(`${file} 不是演示的员工文件`, { cause: error });
    }
  }

  change(part: Partial<TeamState>): void {
    this.state = { ...this.state, ...part };
    writeFileDurably(this.file, `${JSON.stringify(this.state, null, 2)}\n`);
  }

  keepSecret(openid: string, secret: string): void {
    this.change({ secrets: { ...this.state.secrets, [openid]: secret } });
  }

  note(name: string, value: string): void {
    this.change({ notes: { ...this.state.notes, [name]: value } });
  }
}

const emptyState = (): TeamState => ({
  version: 1,
  claimCode: newClaimCode(),
  scenesDone: 0,
  staffIds: {},
  secrets: {},
  notes: {},
});
