import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { catalogueSchema, officeTableSchema } from '../contract/catalogue.ts';
import type { Catalogue } from '../domain/procedure/catalogue.ts';
import type { OfficeTable } from '../domain/procedure/office.ts';
import type { Bilingual } from '../domain/text.ts';
import { assemble, UnknownName } from './assemble.ts';
import { editionFile, procedureFile, sharedFile } from './file.ts';

/** DM-01: a file cannot be read; DM-02: it is not JSON; DM-03: its content breaks a rule. */
export type CatalogueFaultCode = 'DM-01' | 'DM-02' | 'DM-03';

export interface CatalogueFault {
  readonly code: CatalogueFaultCode;
  readonly file: string;
  readonly text: Bilingual;
  /** For the log: the system's or the schema's own words. */
  readonly detail: string;
}

export type LoadedCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue; readonly offices: OfficeTable }
  | { readonly ok: false; readonly fault: CatalogueFault };

const TEXTS: Record<CatalogueFaultCode, (file: string) => Bilingual> = {
  'DM-01': (file) => ({
    vi: `Không đọc được tệp danh mục ${file}. Hồ sơ đã nhận còn nguyên. Cài lại chương trình hoặc gọi người quản trị.`,
    en: `The catalogue file ${file} cannot be read. Received dossiers are safe. Install the program again or call the administrator.`,
  }),
  'DM-02': (file) => ({
    vi: `Tệp danh mục ${file} bị hỏng. Hồ sơ đã nhận còn nguyên. Cài lại chương trình hoặc gọi người quản trị.`,
    en: `The catalogue file ${file} is damaged. Received dossiers are safe. Install the program again or call the administrator.`,
  }),
  'DM-03': (file) => ({
    vi: `Nội dung danh mục ${file} không đúng quy tắc, nên không dùng. Hồ sơ đã nhận còn nguyên. Gọi người quản trị sửa danh mục.`,
    en: `The content of ${file} breaks a rule, so it is not used. Received dossiers are safe. Ask the administrator to correct the catalogue.`,
  }),
};

class Fault extends Error {
  readonly fault: CatalogueFault;
  constructor(code: CatalogueFaultCode, file: string, detail: string) {
    super(`${code} ${file}: ${detail}`);
    this.fault = { code, file, text: TEXTS[code](file), detail };
  }
}

async function readJson<T>(dir: URL, file: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(new URL(file, dir), 'utf8');
  } catch (error) {
    throw new Fault('DM-01', file, String(error));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Fault('DM-02', file, String(error));
  }
  return checked(schema, value, file);
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Fault('DM-03', file, z.prettifyError(parsed.error));
  return parsed.data;
}

/**
 * Reads the shipped catalogue and office table from a folder (`catalogue/`, or its copy beside the program).
 * Plain Node: used by the server, the desk and the tests. Never throws for a bad file: the fault is named.
 */
export async function loadCatalogue(dir: URL): Promise<LoadedCatalogue> {
  const base = new URL(dir.href.endsWith('/') ? dir.href : `${dir.href}/`);
  try {
    const edition = await readJson(base, 'edition.json', editionFile);
    const shared = await readJson(base, 'shared.json', sharedFile);
    const files = await Promise.all(edition.files.map((name) => readJson(base, `procedures/${name}`, procedureFile)));
    const catalogue = checked(catalogueSchema, assemble(edition, shared, files), 'procedures/');
    const offices = await readJson(base, 'offices.json', officeTableSchema);
    return { ok: true, catalogue, offices };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    if (error instanceof UnknownName) {
      return { ok: false, fault: new Fault('DM-03', 'shared.json', error.message).fault };
    }
    throw error;
  }
}
