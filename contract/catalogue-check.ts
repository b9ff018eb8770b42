import type { Catalogue, Procedure } from '../domain/procedure/catalogue.ts';
import { allOffices, type OfficeTable } from '../domain/procedure/office.ts';

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((v, i) => values.indexOf(v) !== i))];
}

function procedureFaults(p: Procedure): readonly string[] {
  const faults: string[] = [];
  const cases = p.cases.map((c) => c.id);
  const say = (message: string): void => void faults.push(`${p.code}: ${message}`);
  for (const id of repeated(cases)) say(`case ${id} stands twice`);
  for (const id of repeated(p.papers.map((x) => x.id))) say(`paper ${id} stands twice`);
  if (p.validTo !== null && p.validTo < p.validFrom) say('validTo lies before validFrom');
  if (p.review !== null && p.review.before <= p.validFrom) say('review lies before validFrom');
  if (!p.levels.some((l) => l.startsWith('Cấp'))) say('no level');
  for (const paper of p.papers) {
    for (const id of paper.cases ?? []) if (!cases.includes(id)) say(`paper ${paper.id}: no case ${id}`);
    if (paper.need === 'case' && paper.condition === undefined) say(`paper ${paper.id}: condition missing`);
    const counted = paper.originals + paper.copies + (paper.certifiedCopies ?? 0);
    if (counted === 0 && paper.bring === undefined) say(`paper ${paper.id}: no count, and no words instead`);
  }
  for (const set of new Set(p.papers.flatMap((x) => x.oneOf ?? []))) {
    if (p.papers.filter((x) => x.oneOf === set).length < 2) say(`set ${set} holds one paper only`);
  }
  for (const c of p.cases) {
    const own = p.papers.filter((x) => x.cases === undefined || x.cases.includes(c.id));
    if (own.length === 0 && c.note === undefined) say(`case ${c.id}: no paper and no note why`);
    if (!c.times.some((t) => t.channel === 'DIRECT' || t.channel === null)) {
      say(`case ${c.id}: no time for DIRECT, not even an unknown one`);
    }
    for (const ch of repeated(c.times.map((t) => t.channel ?? 'ALL'))) say(`case ${c.id}: two times for ${ch}`);
  }
  return faults;
}

/** What a schema of single values cannot see: references, repetitions, overlapping dates. */
export function catalogueFaults(catalogue: Catalogue): readonly string[] {
  const faults = catalogue.procedures.flatMap(procedureFaults);
  const fields = new Map(catalogue.fields.map((f) => [f.code, f.name]));
  for (const code of repeated(catalogue.fields.map((f) => f.code))) faults.push(`field ${code} stands twice`);
  for (const [i, p] of catalogue.procedures.entries()) {
    if (fields.get(p.field.code) !== p.field.name) faults.push(`${p.code}: field ${p.field.code} is not in the list`);
    for (const q of catalogue.procedures.slice(i + 1)) {
      const overlap = p.validFrom <= (q.validTo ?? '9999-12-31') && q.validFrom <= (p.validTo ?? '9999-12-31');
      if (p.code === q.code && overlap) faults.push(`${p.code}: two texts for the same day`);
    }
  }
  return faults;
}

/** Ids, parents, code prefixes and roles of the office table. */
export function officeFaults(table: OfficeTable): readonly string[] {
  const faults: string[] = [];
  const ids = new Set(table.offices.map((o) => o.id));
  const prefixes = table.offices.flatMap((o) => o.codePrefix?.value ?? []);
  for (const id of repeated(allOffices(table).map((o) => o.id))) faults.push(`office ${id} stands twice`);
  for (const value of repeated(prefixes)) faults.push(`code prefix ${value} stands twice`);
  for (const role of repeated(table.unitTemplates.map((t) => t.role))) faults.push(`unit ${role} stands twice`);
  for (const o of table.offices) {
    if (o.parent !== null && (o.parent === o.id || !ids.has(o.parent))) faults.push(`${o.id}: no parent ${o.parent}`);
    if (o.kind === 'commune-centre' && (o.unitCode === null || o.codePrefix === null)) {
      faults.push(`${o.id}: a commune centre needs its unit code and code prefix`);
    }
  }
  return faults;
}
