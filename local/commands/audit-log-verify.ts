import { reportLines } from '../audit-log/print-report';
import { readAudit } from '../audit-log/read-audit';
import { verifyAudit } from '../audit-log/verify-audit';
import { runVerification } from '../ledger/verify-command';

runVerification('audit-log:verify', { read: readAudit, verify: verifyAudit, reportLines });
