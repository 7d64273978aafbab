import type { Measurement } from './measurement';
import { rules } from './rules';

export interface PageScore {
  page: string;
  person: string;
  /** 0 to 100. */
  score: number;
  findings: { rule: string; what: string[] }[];
}

/** The goals: the whole, and the worst page. */
const OVERALL_GOAL = 95;
const PAGE_GOAL = 90;

export function scorePage(measurement: Measurement): PageScore {
  const broken = rules.flatMap(rule => {
    const what = rule.findings(measurement);
    return what.length === 0 ? [] : [{ rule, what }];
  });
  return {
    page: measurement.page,
    person: measurement.person,
    score: broken.reduce((left, { rule }) => left - rule.weight, 100),
    findings: broken.map(({ rule, what }) => ({ rule: rule.name, what })),
  };
}

export function overallScore(pages: PageScore[]): number {
  const sum = pages.reduce((total, { score }) => total + score, 0);
  return pages.length === 0 ? 0 : Math.round((sum / pages.length) * 10) / 10;
}

export function meetsGoals(pages: PageScore[]): boolean {
  return overallScore(pages) >= OVERALL_GOAL && pages.every(({ score }) => score >= PAGE_GOAL);
}
