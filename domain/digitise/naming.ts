import { foldText } from '../citizen/name.ts';

/** The longest part of a title in a file's name. */
const LONGEST = 60;

/**
 * The name of a digitised paper saved as a file: the dossier's code and the title without marks, in letters every file
 * system takes. Nothing of a person is in it beyond what the title says.
 */
export function digitisedFileName(code: string, title: string): string {
  const words = foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  const safeCode = code.replace(/[^A-Za-z0-9.-]+/g, '-');
  return `${safeCode}${words === '' ? '' : `-${words}`}.pdf`;
}
