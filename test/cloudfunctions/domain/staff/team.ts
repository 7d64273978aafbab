/** A team for tests: people who enter by the product's own ways, at a time that each test sets. */
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import { answerOnce } from '../../../../cloudfunctions/domain/answers';
import {
  type ApprovalDesk,
  decideApproval,
  registryOf,
  runEffect,
} from '../../../../cloudfunctions/domain/approvals';
import { type Approval, approvals } from '../../../../cloudfunctions/domain/approvals/store';
import type { AuditEntry } from '../../../../cloudfunctions/domain/audit';
import { auditEntries } from '../../../../cloudfunctions/domain/audit/store';
import {
  type Actor,
  activateCode,
  apply,
  authorise,
  beginCode,
  claimHashOf,
  claimTeam,
  confirmCode,
  deciders,
  holders,
  kinds,
  openAccount,
  requireActing,
  settled,
  showCode,
  tell,
} from '../../../../cloudfunctions/domain/staff';
import { newSecretBox } from '../../../../cloudfunctions/domain/staff/codes/one-time-code';
import { newMember } from '../../../../cloudfunctions/domain/staff/joining/new-member';
import {
  type StaffMember,
  type StaffTeam,
  staffIdentities,
  staffMembers,
  staffTeam,
} from '../../../../cloudfunctions/domain/staff/store';
import type { Platform, Transaction } from '../../../../cloudfunctions/platform';
import { emptyTeam } from './empty-team';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const STEP_MS = 30_000;
/** 10:00 in Beijing, the beginning of a step of one-time codes. */
export const START_MS = Date.parse('2027-01-04T10:00:00+08:00');
export const CLAIM_CODE = 'ABCDE-23456';
/** What a job is given that has all the time it needs. */
export const step = { windowStartMs: 0, cursor: null, deadlineMs: Number.MAX_SAFE_INTEGER };

export const desk: ApprovalDesk = { kinds: registryOf(kinds), deciders, holders, tell };

type Write<Given, Output> = (
  transaction: Transaction,
  platform: Platform,
  input: Given & { actor: Actor },
) => Promise<Output>;

/** One person with a WeChat identity, and an authenticator once there is a secret. */
export interface Person {
  openid: string;
  staffId: string;
  secret: string;
}

export class TestTeam {
  nowMs: number;
  readonly platform: Platform;
  /** Of which the environment has the hash; empty: nobody may claim. */
  claimCode = '';

  constructor(
    readonly base: Platform,
    startMs: number,
  ) {
    this.nowMs = startMs;
    this.platform = {
      ...base,
      nowMs: () => this.nowMs,
      variable: name => (name === 'FIRST_ADMIN_CODE_HASH' ? this.claimHash() : base.variable(name)),
    };
  }

  async startOver(claimCode: string): Promise<void> {
    await emptyTeam(this.base);
    this.claimCode = claimCode;
  }

  private claimHash(): string {
    return this.claimCode === '' ? 'none' : claimHashOf(this.claimCode);
  }

  transact<Output>(work: (transaction: Transaction) => Promise<Output>): Promise<Output> {
    return this.platform.database.transact(work);
  }

  /** As function `staff` has it: authorised, asked again in the transaction, one transaction with the answer. */
  async does<Given extends object, Output>(
    person: Pick<Person, 'openid'>,
    permission: Permission | 'anyone',
    write: Write<Given, Output>,
    input: Given,
    requestId: string = randomUUID(),
  ): Promise<Output> {
    const { openid } = person;
    const { actor, denied } = await authorise(this.platform, { openid, permission, requestId });
    if (denied) throw Object.assign(new Error(denied.code), denied);
    if (!actor) throw new Error(`${openid} is nobody`);
    const request = { key: `${write.name}:${actor.staffId}:${requestId}`, hash: JSON.stringify(input) };
    return answerOnce(this.platform, request, async transaction => {
      await requireActing(transaction, this.platform, actor);
      return write(transaction, this.platform, { ...input, actor });
    });
  }

  claim(openid: string, code: string): Promise<{ staffId: string }> {
    return this.transact(transaction =>
      claimTeam(transaction, this.platform, { openid, code, name: `管理${openid}`, requestId: randomUUID() }),
    );
  }

  /** An administrator of a team that has lost the one before, without codes yet. */
  async claimAnew(openid: string): Promise<{ staffId: string }> {
    await this.base.database.updateWhere(staffTeam, { _id: 'team' }, { grants: {} });
    return this.claim(openid, this.claimCode);
  }

  codeOf({ secret }: Person, atMs = this.nowMs): string {
    return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: atMs });
  }

  async setUpCode(openid: string, staffId: string): Promise<Person> {
    const person = { openid, staffId, secret: '' };
    const begun = await this.does(person, 'anyone', beginCode, {});
    person.secret = showCode(this.platform, begun).secret;
    settled(await this.does(person, 'anyone', activateCode, { code: this.codeOf(person) }));
    return person;
  }

  /** Enters the present code; the clock is moved on to a step that has not been used. */
  async confirm(person: Person): Promise<void> {
    this.nowMs += 30_000;
    settled(await this.does(person, 'anyone', confirmCode, { code: this.codeOf(person) }));
  }

  /** A member with these roles and codes in force, put into the database as if opened long ago. */
  async hire(name: string, roleIds: string[], superior: Person | null = null): Promise<Person> {
    const staffId = this.base.randomId();
    const { database } = this.base;
    const secretBox = newSecretBox(this.platform, staffId);
    const unused = { lastStep: 0, failures: 0, lockedUntilMs: null, confirmedUntilMs: null };
    await database.add(staffMembers, {
      ...newMember(
        { _id: staffId, name, department: '运营部', superiorId: superior?.staffId ?? null },
        this.nowMs,
      ),
      oneTimeCode: { secretBox, activatedAtMs: this.nowMs, ...unused },
    });
    const openid = `o-${name}`;
    await database.add(staffIdentities, { _id: `wx:${openid}`, staffId });
    const { grants } = await this.team();
    await database.updateWhere(staffTeam, { _id: 'team' }, { grants: { ...grants, [staffId]: roleIds } });
    return { openid, staffId, secret: showCode(this.platform, { staffId, secretBox }).secret };
  }

  async firstAdministrator(openid: string): Promise<Person> {
    const { staffId } = await this.claim(openid, this.claimCode);
    return this.setUpCode(openid, staffId);
  }

  apply(openid: string, superior: Person, roleIds: string[]): Promise<{ applicationId: string }> {
    const person = { name: `申请${openid}`, department: '运营部', superiorId: superior.staffId, roleIds };
    return this.transact(transaction =>
      apply(transaction, this.platform, { ...person, openid, reason: '入职', requestId: randomUUID() }),
    );
  }

  /** Through the whole way in: applied, agreed to by these in turn, opened, codes set up. */
  async join(openid: string, roleIds: string[], agreeing: Person[], opener: Person): Promise<Person> {
    await this.apply(openid, agreeing[0]!, roleIds);
    for (const person of agreeing) await this.decide(person, 'approve');
    await this.confirm(opener);
    const [application] = await this.base.database.find<{ _id: string }>(
      { name: 'staff_applications' },
      { where: { state: 'approved' }, limit: 1 },
    );
    const applicationId = application!._id;
    const { staffId } = await this.does(opener, 'staff.open', openAccount, { applicationId });
    return this.setUpCode(openid, staffId);
  }

  async lastApproval(): Promise<Approval> {
    const [last] = await this.base.database.find(approvals, {
      where: {},
      orderBy: [['timeline', 'desc']],
      limit: 1,
    });
    return last!;
  }

  /** Decides the latest approval with a fresh code, and lets its effect happen. */
  async decide(person: Person, verdict: 'approve' | 'deny'): Promise<Approval> {
    await this.confirm(person);
    return this.decideConfirmed(person, verdict);
  }

  /** Decides the latest approval, or a certain one. */
  async decideConfirmed(person: Person, verdict: 'approve' | 'deny', certainId?: string): Promise<Approval> {
    const certain = certainId === undefined ? null : await this.base.database.get(approvals, certainId);
    const { _id: approvalId, payloadHash } = certain ?? (await this.lastApproval());
    const by = {
      personId: person.staffId,
      holders: await holders(this.platform),
      readsAll: true,
      roles: [],
      auditKey: randomUUID(),
      requestId: null,
    };
    const { state } = await this.transact(transaction =>
      decideApproval(transaction, this.platform, desk, {
        approvalId,
        payloadHash,
        verdict,
        comment: '',
        by,
        riderUid: null,
      }),
    );
    if (state === 'approved') await runEffect(this.platform, desk, approvalId);
    return this.lastApproval();
  }

  async member({ staffId }: Pick<Person, 'staffId'>): Promise<StaffMember> {
    return (await this.base.database.get(staffMembers, staffId))!;
  }

  async team(): Promise<StaffTeam> {
    return (await this.base.database.get(staffTeam, 'team'))!;
  }

  async actorOf({ openid }: Pick<Person, 'openid'>, permission: Permission): Promise<Actor> {
    return (await authorise(this.platform, { openid, permission, requestId: null })).actor!;
  }

  /** Why the person may not, or null. */
  async denial(person: Pick<Person, 'openid'>, permission: Permission): Promise<string | null> {
    const { openid } = person;
    return (await authorise(this.platform, { openid, permission, requestId: null })).denied?.code ?? null;
  }

  /** The latest audit entry of an action, of this actor's or about this target. */
  async audited(action: string, of: { actorId?: string; target?: string }): Promise<AuditEntry | undefined> {
    const [entry] = await this.base.database.find(auditEntries, {
      where: { action, ...of },
      orderBy: [['timeline', 'desc']],
      limit: 1,
    });
    return entry;
  }
}
