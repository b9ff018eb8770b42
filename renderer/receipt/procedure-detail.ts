import type { Language } from '../ui/format.ts';

interface ProcedureInList {
  readonly code: string;
  readonly field: string;
  readonly nameEn: string;
}

/**
 * What stands under a procedure's own name in a list; in English first our translation of it. The own name is Vietnamese in
 * either language: it is the one on the slips.
 */
export function procedureDetail({ code, field, nameEn }: ProcedureInList, language: Language, everyday = ''): string {
  return [language === 'en' ? nameEn : '', code, field, everyday].filter((part) => part !== '').join(', ');
}
