import { runExport } from '../ledger/export-command';
import { readLedger } from '../ledger/read-ledger';

runExport('ledger:export', readLedger);
