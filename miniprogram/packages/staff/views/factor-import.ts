import type { FactorImport } from '../services/factors';

/** The form of a new set, as typed. */
export interface ImportForm {
  setId: string;
  city: string;
  name: string;
  validFromDay: string;
  uncertaintyNote: string;
  csv: string;
}

export type FormProblems = Partial<Record<keyof ImportForm, string>>;

export const emptyForm: ImportForm = {
  setId: '',
  city: 'shenzhen',
  name: '',
  validFromDay: '',
  uncertaintyNote: '',
  csv: '',
};

const MOST_CSV = 200_000;

/** The first line that a file has to have, as the server names its columns. */
export const CSV_HEADER =
  'mode,reductionMilligramsPerKm,baselineMilligramsPerKm,emissionMilligramsPerKm,year,source,standing,note';

/** What is wrong before anything is sent; the file's own problems are the server's to find. */
export function formProblems({ setId, city, name, validFromDay, csv }: ImportForm): FormProblems {
  const problems: FormProblems = {};
  if (!/^[a-z0-9-]{1,40}$/.test(setId)) problems.setId = '1–40 位小写字母、数字或连字符，如 sz-2027';
  if (!/^[a-z][a-z-]{0,39}$/.test(city)) problems.city = '小写拼音，如 shenzhen';
  if (name.trim().length < 2) problems.name = '请填写名称';
  if (validFromDay === '') problems.validFromDay = '请选择生效日';
  if (csv.trim() === '') problems.csv = '请粘贴内容或选择文件';
  else if (csv.length > MOST_CSV) problems.csv = '内容超过 200 KB，请分开导入';
  return problems;
}

export const importOf = (form: ImportForm): FactorImport => ({
  ...form,
  name: form.name.trim(),
  uncertaintyNote: form.uncertaintyNote.trim(),
});

/** `4 行，612 字` */
export function csvSummary(csv: string): string {
  if (csv.trim() === '') return '';
  const lines = csv.trim().split(/\r?\n/).length;
  return `${lines} 行，${csv.length} 字`;
}
