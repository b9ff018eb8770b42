import type { EditionFile, ProcedureEntry, ProcedureFile, SharedFile } from './file.ts';

/** A name in a file that `shared.json` does not hold. */
export class UnknownName extends Error {
  constructor(where: string, name: string) {
    super(`${where}: shared.json holds no "${name}"`);
    this.name = 'UnknownName';
  }
}

function named<T>(table: Readonly<Record<string, T>>, name: string, where: string): T {
  const value = table[name];
  if (value === undefined) throw new UnknownName(where, name);
  return value;
}

function timesOf(entry: ProcedureEntry['times'], shared: SharedFile, where: string): readonly unknown[] {
  const list = typeof entry === 'string' ? named(shared.times, entry, where) : entry;
  return list.flatMap(({ channels, ...time }) => channels.map((channel) => ({ channel, ...time })));
}

function feesOf(entries: ProcedureEntry['fees'], shared: SharedFile, where: string): readonly unknown[] {
  return entries.map((entry) => {
    const { use, ...own } = typeof entry === 'string' ? { use: entry } : entry;
    return { channel: null, ...(use === undefined ? {} : named(shared.fees, use, where)), ...own };
  });
}

function procedureOf(entry: ProcedureEntry, file: ProcedureFile, shared: SharedFile): unknown {
  const { defaults } = file;
  const where = entry.code;
  const { times, fees, competent, review, papers, cases, ...rest } = entry;
  const reviewName = review ?? defaults.review;
  return {
    clock: { supplement: 'restart', financial: 'resume' },
    validTo: null,
    ...defaults,
    ...rest,
    field: shared.fields.find((f) => f.code === file.field),
    competent: named(shared.competent, competent ?? defaults.competent, where),
    review: reviewName === undefined ? null : named(shared.reviews, reviewName, where),
    papers: papers.map(({ use, src: _src, ...own }) => ({
      ...(use === undefined ? {} : named(shared.papers, use, where)),
      ...own,
    })),
    cases: cases.map((c) => ({
      ...c,
      times: timesOf(c.times ?? times, shared, where),
      fees: feesOf(c.fees ?? fees, shared, where),
    })),
  };
}

/** One whole edition from the written files. Not yet checked: the contract's schema does that. Throws UnknownName. */
export function assemble(edition: EditionFile, shared: SharedFile, files: readonly ProcedureFile[]): unknown {
  return {
    version: edition.version,
    validFrom: edition.validFrom,
    source: edition.source,
    uncollected: edition.uncollected,
    fields: shared.fields,
    procedures: files.flatMap((file) => file.procedures.map((entry) => procedureOf(entry, file, shared))),
  };
}
