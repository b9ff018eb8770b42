import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { writtenDate } from '../receipt/content.ts';
import type { CardReading } from '../receipt/scan-state.ts';
import { Button } from '../ui/Button.tsx';
import { personalId } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import { VoidSlipNotice } from './VoidSlipNotice.tsx';

type Read = Extract<CardReading, { kind: 'read' }>;

/** What was read while a receipt is corrected and does not speak for itself. Nothing was filled in yet. */
export function CardNotice({
  reading,
  onUse,
  onDrop,
}: {
  readonly reading: CardReading;
  readonly onUse: (reading: Read) => void;
  readonly onDrop: () => void;
}): ReactNode {
  const t = useTranslations('receipt');
  const own = useTranslations('correction');
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [reading]);
  const drop = (
    <Button size="small" first={reading.kind !== 'read'} onPress={onDrop}>
      {t('scanDrop')}
    </Button>
  );
  const notice = (title: string, text: string, code?: string): ReactNode => (
    <Notice tone="soon" icon="scan" title={title} code={code} actions={drop}>
      {text}
    </Notice>
  );
  const words = (): ReactNode => {
    switch (reading.kind) {
      case 'read': {
        const { person, repairs } = reading;
        const facts = [person.name, personalId(person.personalId ?? ''), writtenDate(person.birthDate ?? '')];
        return (
          <Notice
            tone="soon"
            icon="card"
            title={t('scanConfirmTitle')}
            actions={
              <>
                <Button size="small" first onPress={() => onUse(reading)}>
                  {t('scanConfirmUse')}
                </Button>
                {drop}
              </>
            }
          >
            <p>{facts.filter((fact) => fact !== '').join(', ')}</p>
            {repairs.map((repair) => (
              <p key={repair.vi}>{say(repair)}</p>
            ))}
          </Notice>
        );
      }
      case 'ask':
        return notice(say(reading.text), say(reading.todo), reading.code);
      case 'dossier':
        return (
          <>
            {reading.voidSlip !== null && <VoidSlipNotice voidSlip={reading.voidSlip} />}
            {notice(t('scanDossierTitle', { code: reading.code }), own('scanFirst'))}
          </>
        );
      case 'unknown':
        return notice(t('scanUnknownTitle'), t('scanUnknown'));
    }
  };
  return <div ref={box}>{words()}</div>;
}
