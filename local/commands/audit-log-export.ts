import { readAudit } from '../audit-log/read-audit';
import { runExport } from '../ledger/export-command';

runExport('audit-log:export', readAudit);
