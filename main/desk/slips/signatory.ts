import type { Signatory } from '../../../domain/form/slip-signatory.ts';

/** "KT. Trưởng phòng, Phó Trưởng phòng, Nguyễn Văn B" → on behalf of whom, position, name; a lone name has no position. */
export function signatoryOf(text: string): Signatory {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const name = parts.pop() ?? '';
  const onBehalf = parts.length > 1 ? (parts.shift() ?? '') : '';
  return { onBehalf, position: parts.join(', '), name };
}
