import { useTranslations } from 'use-intl';
import type { Session } from '../../contract/desk/session.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { clock } from '../ui/format.ts';
import { shortName } from './look.ts';

/** What the boards would say, in one sentence, wherever a supervisor or a provincial viewer works. */
export interface BoardAlert {
  /** Already past the limit, or about to be. */
  readonly tone: 'soon' | 'trouble';
  readonly words: string;
}

/** Waits go on by themselves: asked again so often, ms. */
const EVERY_MS = 15_000;
const PROVINCE_EVERY_MS = 5_000;

/** Null: nothing to say, or nothing for this person. */
export function useBoardAlert(user: Session['user']): BoardAlert | null {
  const t = useTranslations('boardAlert');
  const say = useSay();
  const isSupervisor = user?.role === 'supervisor';
  const isViewer = user?.role === 'provincialViewer';
  const office = useDesk('board.alert', {}, ['hall', 'reference'], { every: EVERY_MS, when: isSupervisor }).data;
  const province = useDesk('board.province', {}, ['board', 'status'], {
    every: PROVINCE_EVERY_MS,
    when: isViewer,
  }).data;
  if (isSupervisor && office !== undefined && office !== null) {
    const { breachAt, over, limit } = office;
    const field = say(office.name);
    const n = limit / 60;
    return breachAt === null
      ? { tone: 'trouble', words: t('over', { field, over, n }) }
      : { tone: 'soon', words: t('breach', { field, n, time: clock(breachAt) }) };
  }
  const [worst] = province?.offices ?? [];
  if (isViewer && province !== undefined && province.over > 0 && worst !== undefined) {
    const n = Math.trunc((worst.longest ?? 0) / 60);
    return { tone: 'trouble', words: t('province', { over: province.over, office: shortName(worst.name), n }) };
  }
  return null;
}
