import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { useSay } from '../app/say.ts';
import { Consequence, Consequences } from '../correction/Consequences.tsx';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { SlowWords } from '../receipt/SlowWords.tsx';
import { Button } from '../ui/Button.tsx';
import type { IconName } from '../ui/Icon.tsx';
import styles from './AttentionTray.module.css';
import { short, type MatterRow } from './matter-row.ts';
import { settleMissing, tellMissing } from './missing.ts';
import type { MatterInHand } from './use-matter.ts';

export interface MatterOutcomeProps {
  readonly row: MatterRow;
  readonly inHand: MatterInHand;
  /** This person may write down that the citizen was told. */
  readonly mayTell: boolean;
  readonly onOpen: () => void;
}

/** What follows if it is settled as chosen, and the one action. */
export function MatterOutcome({ row, inHand, mayTell, onOpen }: MatterOutcomeProps): ReactNode {
  const t = useTranslations('settle');
  const say = useSay();
  const { matter, preview, work, settle, tell, see, pending, problem } = inHand;
  const isThing = row.thing !== null;
  const isTelling = row.kind === 'call-back' && mayTell;
  const mayNot = matter?.mayNot ?? null;
  const canSettle = matter !== null && mayNot === null;
  const open = (
    <Button
      key="open"
      kind={isTelling || canSettle ? 'second' : 'main'}
      size={isTelling || canSettle ? 'small' : 'large'}
      wide
      {...(isTelling || canSettle ? {} : { action: 'main' as const })}
      onPress={onOpen}
    >
      {t('open')}
    </Button>
  );
  const gap = canSettle ? settleMissing(matter, preview, work) : null;
  const said = tellMissing(work);
  const n = matter?.rows.length ?? 0;
  const action = isThing ? (
    canSettle ? (
      <Button kind="main" wide action="main" onPress={see}>
        {t('markSeen')}
      </Button>
    ) : undefined
  ) : isTelling ? (
    <Button kind="main" wide action="main" missing={said === null ? null : t(`missing.${said}`)} onPress={tell}>
      {work.way === 'message' ? t('tellMessage') : t('tell')}
    </Button>
  ) : canSettle ? (
    <Button kind="main" wide action="main" missing={gap === null ? null : t(`missing.${gap}`)} onPress={settle}>
      {n > 1 ? t('settle', { n }) : t('settleOne')}
    </Button>
  ) : (
    open
  );
  return (
    <Outcome action={action} second={!isThing && (isTelling || canSettle) ? open : undefined}>
      {preview === null ? (
        <>
          {row.kind === 'call-back' && (
            <OutcomePart label={t('because')}>
              <p className={styles.sentence}>{say(row.todo)}</p>
            </OutcomePart>
          )}
          <OutcomePart label={t('todo')}>
            <p className={styles.sentence}>
              {say(row.kind === 'call-back' && isProblemCode(row.problem) ? problemText(row.problem).todo : row.todo)}
            </p>
          </OutcomePart>
        </>
      ) : (
        <OutcomePart label={t('follows')}>
          <Consequences>
            {preview.consequences.map((each) => (
              <Consequence
                key={`${each.kind} ${each.title.vi}`}
                icon={icons[each.kind]}
                toDo={each.toDo}
                title={say(each.title)}
                detail={say(each.detail)}
              />
            ))}
          </Consequences>
        </OutcomePart>
      )}
      {mayNot !== null && !isTelling && (
        <OutcomePart label={t('mayNot')}>
          <p className={styles.sentence}>{sentence(short(say(mayNot)))}</p>
        </OutcomePart>
      )}
      <SlowWords when={pending}>{t('saving')}</SlowWords>
      {problem !== null && <ProblemNotice problem={problem} />}
    </Outcome>
  );
}

const icons = {
  slip: 'document',
  'goes-on': 'arrowRight',
  due: 'clock',
  paper: 'swap',
  phone: 'phone',
} as const satisfies Record<string, IconName>;

/** "hồ sơ của cơ quan khác" → "Hồ sơ của cơ quan khác." */
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
