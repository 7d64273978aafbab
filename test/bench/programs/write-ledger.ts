/** `write-ledger <file> <riders> <days>`: writes the export of a sealed ledger of one ride a rider and day, as JSON Lines. */
import { writeLines } from '../../../local/ledger/write-lines';
import { sealedLedger } from '../product/sealed-ledger';

async function* lines(riders: number, days: number): AsyncGenerator<string> {
  for (const each of sealedLedger({ riders, days, entriesADay: 1 })) yield JSON.stringify(each);
}

async function main(file: string, riders: number, days: number): Promise<void> {
  await writeLines(file, lines(riders, days));
}

void main(process.argv[2]!, Number(process.argv[3]), Number(process.argv[4]));
