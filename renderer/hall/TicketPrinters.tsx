import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PRINTER_PLACE } from '../../contract/desk/printer-place.ts';
import type { TicketPrinterChoice, TicketPrinters as Printers } from '../../contract/desk/ticket-printers.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import styles from './Hall.module.css';

/** Which printers print this counter's tickets (máy in phiếu số) and on what paper, and the way to choose others. */
export function TicketPrinters(): ReactNode {
  const t = useTranslations('hall');
  const { data } = useDesk('hall.ticketPrinters', {}, ['hall']);
  const [chooses, setChooses] = useState(false);
  if (data === undefined) return null;
  const { printers, paper } = data;
  const words = printers.length === 0 ? t('printersNone') : t('printersAre', { printers: printers.join(', '), paper });
  return (
    <>
      <Facts facts={[{ label: t('printers'), value: words }]} />
      <Button size="small" className={styles.beside} onPress={() => setChooses(true)}>
        {t('printersChange')}
      </Button>
      {chooses && <ChoosePrinters now={data} onClose={() => setChooses(false)} />}
    </>
  );
}

function ChoosePrinters({ now, onClose }: { readonly now: Printers; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('hall');
  const [first, setFirst] = useState(now.printers[0] ?? '');
  const [second, setSecond] = useState(now.printers[1] ?? '');
  const [paper, setPaper] = useState(now.paper);
  const choose = useMutation({
    mutationFn: (choice: TicketPrinterChoice) => desk('hall.chooseTicketPrinters', choice),
    onSuccess: onClose,
  });
  const wrong = (typed: string): string | null =>
    typed.trim() === '' || PRINTER_PLACE.test(typed.trim()) ? null : t('printerWrong');
  const printers = [first, second].map((typed) => typed.trim()).filter((typed) => typed !== '');
  const isWrong = wrong(first) !== null || wrong(second) !== null;
  return (
    <QuestionBox
      title={t('printersTitle')}
      rule={t('printersRule')}
      wide
      safe={{ label: t('printersSafe'), onPress: onClose }}
      act={{
        label: t('printersAct'),
        missing: isWrong ? t('printersLack') : null,
        onPress: () => !choose.isPending && choose.mutate({ printers, paper }),
      }}
    >
      <Field
        label={t('printerFirst')}
        first
        value={first}
        onChange={setFirst}
        sentence={wrong(first)}
        hint={t('printerHint')}
        maxLength={120}
      />
      <Field
        label={t('printerSecond')}
        value={second}
        onChange={setSecond}
        sentence={wrong(second)}
        hint={t('printerSecondHint')}
        maxLength={120}
      />
      <RadioRow
        label={t('paper')}
        value={paper === 58 ? '58' : '80'}
        options={[
          { value: '58', label: t('paperWide', { n: 58 }) },
          { value: '80', label: t('paperWide', { n: 80 }) },
        ]}
        onChange={(width) => setPaper(width === '58' ? 58 : 80)}
      />
      {choose.isError && <ProblemNotice problem={problemOf(choose.error)} />}
    </QuestionBox>
  );
}
