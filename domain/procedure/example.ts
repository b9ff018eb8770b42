import type { Catalogue, PaperRule, Procedure, ProcedureCase, TimeRule } from './catalogue.ts';

/** A made-up procedure for tests of the rules; real ones stand in the catalogue and are tested there. */
const time = (channel: TimeRule['channel'], value: number): TimeRule => ({
  channel,
  value,
  unit: 'WORKING_DAY',
  basis: 'Luật thử Điều 1',
  certain: true,
});

export function exampleCase(id: string, change: Partial<ProcedureCase> = {}): ProcedureCase {
  return {
    id,
    label: id,
    labelEn: id,
    when: 'Để thử.',
    times: [time('DIRECT', 3), time('ONLINE', 2)],
    fees: [{ channel: null, what: 'Lệ phí', amount: { kind: 'free' }, legal: 'Luật thử Điều 2' }],
    source: 'Luật thử',
    ...change,
  };
}

export function examplePaper(id: string, change: Partial<PaperRule> = {}): PaperRule {
  return { id, name: `Giấy ${id}`, group: 'submit', originals: 1, copies: 0, need: 'always', ...change };
}

export function exampleProcedure(change: Partial<Procedure> = {}): Procedure {
  return {
    code: '1.000001',
    name: 'Thủ tục thử',
    shortName: 'Thủ tục thử',
    nameEn: 'Test procedure',
    field: { code: 'thu', name: 'Lĩnh vực thử', nameEn: 'Test field' },
    decision: null,
    levels: ['Cấp xã'],
    everydayNames: [],
    competent: { level: 'commune', unit: 'chancellery', unitName: 'Văn phòng', sourced: false },
    fastLane: false,
    papers: [],
    cases: [exampleCase('a')],
    feeNote: 'Không thu.',
    clock: { supplement: 'restart', financial: 'resume' },
    result: 'Kết quả thử',
    resultCodes: [],
    notes: [],
    uncertain: [],
    source: 'https://example.vn/thu',
    rank: 1,
    validFrom: '2026-06-01',
    validTo: null,
    review: null,
    ...change,
  };
}

export function exampleCatalogue(procedures: readonly Procedure[]): Catalogue {
  return {
    version: '2026-11-23.1',
    validFrom: '2026-06-01',
    source: 'Luật thử',
    uncollected: [],
    fields: [],
    procedures,
  };
}
