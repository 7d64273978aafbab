const root = '/packages/staff';

/** Where the console's pages are. */
export const staffRoutes = {
  desk: `${root}/desk/desk`,
  apply: `${root}/apply/apply`,
  code: `${root}/code/code`,
  approvals: (which: 'decide' | 'mine' | 'all') => `${root}/approvals/approvals?which=${which}`,
  approval: (approvalId: string) => `${root}/approval/approval?approvalId=${approvalId}`,
  elevate: `${root}/elevate/elevate`,
  team: `${root}/team/team`,
  member: (staffId: string) => `${root}/member/member?staffId=${staffId}`,
  roles: `${root}/roles/roles`,
  role: (roleId: string) => `${root}/role/role?roleId=${roleId}`,
  review: `${root}/review/review`,
  audit: `${root}/audit/audit`,
  /** `question` as `questionText` writes it. */
  auditExport: (question: string) => `${root}/audit-export/audit-export?question=${question}`,
  auditCheck: `${root}/audit-check/audit-check`,
  parameters: `${root}/parameters/parameters`,
  factors: `${root}/factors/factors`,
  factorImport: `${root}/factor-import/factor-import`,
  partners: `${root}/partners/partners`,
  /** Without an id: a new one. */
  partner: (partnerId: string) => `${root}/partner/partner?partnerId=${partnerId}`,
  riders: `${root}/riders/riders`,
  /** Without a name: to be asked for. */
  account: (accountId: string) => `${root}/account/account?accountId=${encodeURIComponent(accountId)}`,
  entry: (entryKey: string) => `${root}/entry/entry?entryKey=${encodeURIComponent(entryKey)}`,
  day: `${root}/day/day`,
  stations: `${root}/stations/stations`,
  station: (station: string) => `${root}/station/station?station=${encodeURIComponent(station)}`,
  stationScreen: (station: string) =>
    `${root}/station-screen/station-screen?station=${encodeURIComponent(station)}`,
  alarms: `${root}/alarms/alarms`,
  pools: `${root}/pools/pools`,
  funds: `${root}/funds/funds`,
  merchants: `${root}/merchants/merchants`,
  declared: `${root}/declared/declared`,
  declaredTrip: (reportId: string) =>
    `${root}/declared-trip/declared-trip?reportId=${encodeURIComponent(reportId)}`,
} as const;
