import { useTranslations } from 'use-intl';
import type { Assessment } from '../../contract/desk/receipt.ts';
import { useSay } from '../app/say.ts';

/** Letters beside which there is room for how many follow. */
const ROOM_FOR_MORE = 26;

/** The first thing that is missing, in the order of the work, and how many follow; empty while that is not known. */
export function useMissing(rows: Assessment['missing'] | null): string | null {
  const t = useTranslations('receipt');
  const say = useSay();
  const [first] = rows ?? [];
  if (rows === null) return '';
  if (first === undefined) return null;
  const what = say(first.text);
  const n = rows.length - 1;
  return n === 0 || what.length > ROOM_FOR_MORE ? what : t('missingMore', { what, n });
}
