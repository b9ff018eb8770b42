import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './TicketBlock.module.css';
import { Button } from '../ui/Button.tsx';

export type TicketBlockProps =
  | {
      readonly state: 'serving';
      readonly number: string;
      readonly field: string;
      /** "3′20″" */
      readonly timer: string;
      /** "Lấy số 10:28, đã chờ 11 phút" */
      readonly taken: string;
      /** Why this one: "Gọi vì: chờ lâu nhất trong các số quầy này nhận, không có số ưu tiên". */
      readonly why: string;
      /** Calls still to be made before nobody having come may be written down. */
      readonly callsToGo: number;
      readonly onRecall: () => void;
      readonly onNoShow: () => void;
      readonly onHold: () => void;
      readonly onMove: () => void;
      readonly onEnd: () => void;
    }
  | { readonly state: 'noHall' };

/** The called ticket, why it is this one, and what can be done with it. */
export function TicketBlock(props: TicketBlockProps): ReactNode {
  const t = useTranslations();
  if (props.state !== 'serving') return <p className={styles.idle}>{t(`ticket.${props.state}`)}</p>;
  return (
    <>
      <p className={styles.head}>
        <span>{t('ticket.serving')}</span>
        <b className={styles.timer}>{props.timer}</b>
      </p>
      <p className={styles.row}>
        <span className={styles.number}>{props.number}</span>
        <span className={styles.field}>{props.field}</span>
      </p>
      <p className={styles.small}>{props.taken}</p>
      <p className={styles.why}>{props.why}</p>
      <div className={styles.keys}>
        <Button size="small" wide action="recall" onPress={props.onRecall}>
          {t('keys.recall')}
        </Button>
        <Button size="small" wide action="hold" onPress={props.onHold}>
          {t('action.hold')}
        </Button>
        <Button size="small" wide action="moveTicket" onPress={props.onMove}>
          {t('action.move')}
        </Button>
        <Button size="small" wide action="endTicket" onPress={props.onEnd}>
          {t('action.served')}
        </Button>
        <Button
          size="small"
          wide
          action="noShow"
          missing={props.callsToGo === 0 ? null : t('ticket.callsToGo', { n: props.callsToGo })}
          className={styles.whole}
          onPress={props.onNoShow}
        >
          {t('keys.noShow')}
        </Button>
      </div>
    </>
  );
}
