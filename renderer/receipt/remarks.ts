import { useSay } from '../app/say.ts';
import { useForm } from './form.ts';

/** What looks odd in a field, as a sentence; it never blocks. */
export function useRemark(field: string): string | undefined {
  const say = useSay();
  const texts = (useForm((state) => state.assessment?.remarks) ?? []).filter((remark) => remark.field === field);
  return texts.length === 0 ? undefined : texts.map((remark) => say(remark.text)).join('. ');
}
