import { type ApprovalDesk, registryOf } from '../domain/approvals';
import { booksCreditKind, booksResumeKind, booksReversalKind } from '../domain/books';
import { fundsChangeKind } from '../domain/donations/change';
import { factorsImportKind } from '../domain/factors/import';
import { parametersChangeKind } from '../domain/parameters/change';
import { partnersChangeKind, partnersRotateKind } from '../domain/partners/change';
import { poolsRetirementKind } from '../domain/retirements/change';
import { merchantsSettlementKind } from '../domain/settlements';
import { deciders, holders, kinds as staffKinds, tell } from '../domain/staff';

/** Everything that can be asked to be approved, and the team that decides it: for the console and for the jobs. */
export const approvalDesk: ApprovalDesk = {
  kinds: registryOf([
    ...staffKinds,
    parametersChangeKind,
    factorsImportKind,
    partnersChangeKind,
    partnersRotateKind,
    booksCreditKind,
    booksReversalKind,
    booksResumeKind,
    poolsRetirementKind,
    fundsChangeKind,
    merchantsSettlementKind,
  ]),
  deciders,
  holders,
  tell,
};
