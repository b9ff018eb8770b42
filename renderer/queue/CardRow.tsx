import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { rawOf, type CardReading } from '../receipt/scan-state.ts';
import { useScanner } from '../receipt/use-scanner.ts';
import { Button } from '../ui/Button.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { personalId } from '../ui/format.ts';
import styles from './Queue.module.css';

/** A card that was read, and its text as the desk keeps it. */
export interface ReadCard {
  readonly raw: string;
  readonly reading: Extract<CardReading, { kind: 'read' }>;
}

/**
 * The card of whoever is given a number (thẻ căn cước), scanned while this stands: it keeps one live number a person and
 * field, and opens the receipt of whoever calls. A number is given without one too.
 */
export function CardRow({
  card,
  onChange,
}: {
  readonly card: ReadCard | null;
  readonly onChange: (card: ReadCard | null) => void;
}): ReactNode {
  const t = useTranslations('queue');
  const say = useSay();
  const [other, setOther] = useState<Exclude<CardReading, { kind: 'read' }> | null>(null);
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const read = async (raw: string): Promise<void> => {
    setProblem(null);
    try {
      const reading = await desk('scan.read', { raw });
      setOther(reading.kind === 'read' ? null : reading);
      if (reading.kind === 'read') onChange({ raw, reading });
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  useScanner((scan) => void read(rawOf(scan)));
  return (
    <>
      <FormRow label={t('giveCard')}>
        <div className={styles.card} role="status">
          {card === null ? (
            <span className={styles.ready}>{t('giveCardReady')}</span>
          ) : (
            <>
              <span>
                <b>{card.reading.person.name}</b>, <span>{personalId(card.reading.person.personalId ?? '')}</span>
              </span>
              <Button size="small" onPress={() => onChange(null)}>
                {t('giveCardDrop')}
              </Button>
            </>
          )}
        </div>
        {card?.reading.repairs.map((repair) => (
          <p key={repair.vi} className={styles.repair}>
            {say(repair)}
          </p>
        ))}
        {other !== null && (
          <p className={styles.repair} role="status">
            {other.kind === 'ask' ? `${say(other.text)} ${say(other.todo)}` : t('giveCardNot')}
          </p>
        )}
      </FormRow>
      {problem !== null && <ProblemNotice problem={problem} />}
    </>
  );
}
