import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { HandoverScanReply } from '../../contract/desk/handover.ts';
import { useSay } from '../app/say.ts';
import { VoidSlipNotice } from '../correction/VoidSlipNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { ScanReady } from '../ui/ScanReady.tsx';
import styles from './Handover.module.css';

/** What was read last, and when. */
export interface Scanned {
  readonly raw: string;
  readonly reply: HandoverScanReply;
  readonly at: string;
  /** Number of the batch it went into; null where it went into none. */
  readonly number: number | null;
}

export interface ScanWordsProps {
  readonly side: 'out' | 'in';
  readonly scanned: Scanned | null;
  readonly onTyped: (raw: string) => void;
  /** Into the batch it belongs to. */
  readonly onGo: (scanned: Scanned) => void;
  /** Into this one all the same. */
  readonly onAnyway: (scanned: Scanned) => void;
  readonly onDismiss: () => void;
}

/** Ready to scan; or what a scan could not settle by itself, said in its place with what can be done. */
export function ScanZone(props: ScanWordsProps): ReactNode {
  const { side, scanned, onTyped } = props;
  const t = useTranslations('handover');
  const [typed, setTyped] = useState('');
  const field = 'handover-typed';
  useKey('part3', () => document.querySelector<HTMLInputElement>(`[data-part="${field}"] input`)?.focus(), {
    name: t('typed'),
  });
  const asks =
    scanned !== null &&
    scanned.reply.kind !== 'added' &&
    scanned.reply.kind !== 'already' &&
    scanned.reply.kind !== 'list';
  const voidSlip = scanned !== null && 'dossier' in scanned.reply ? scanned.reply.dossier.voidSlip : null;
  return (
    <>
      <div aria-live="polite">
        {voidSlip !== null && <VoidSlipNotice voidSlip={voidSlip} className={styles.notice} />}
        {asks ? (
          <Question {...props} scanned={scanned} />
        ) : (
          <ScanReady title={t('ready')}>{side === 'out' ? t('readyOut') : t('readyIn')}</ScanReady>
        )}
      </div>
      <div className={styles.typed} data-part={field}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() === '') return;
            onTyped(typed.trim());
            setTyped('');
          }}
        >
          <Field label={t('typed')} value={typed} onChange={setTyped} maxLength={80} />
        </form>
      </div>
    </>
  );
}

function Question({ scanned, onGo, onAnyway, onDismiss }: ScanWordsProps & { readonly scanned: Scanned }): ReactNode {
  const t = useTranslations('handover');
  const say = useSay();
  const { reply } = scanned;
  const dismiss = (
    <Button key="dismiss" size="small" action="back" onPress={onDismiss}>
      {t('dismiss')}
    </Button>
  );
  const anyway = (
    <Button key="anyway" size="small" onPress={() => onAnyway(scanned)}>
      {t('anyway')}
    </Button>
  );
  const notice = (title: string, text: string, actions: readonly ReactNode[]): ReactNode => (
    <Notice tone="soon" icon="scan" title={title} actions={actions} className={styles.notice}>
      {text}
    </Notice>
  );
  switch (reply.kind) {
    case 'added':
    case 'already':
    case 'list':
      return null;
    case 'elsewhere': {
      const { place, target, dossier } = reply;
      const go = (
        <Button key="go" size="small" first onPress={() => onGo(scanned)}>
          {t('goThere')}
        </Button>
      );
      return target.side === 'out'
        ? notice(t('elsewhere', { code: dossier.code }), t('elsewhereOut', { place }), [go, anyway, dismiss])
        : notice(t('elsewhere', { code: dossier.code }), t('elsewhereIn', { place }), [go, dismiss]);
    }
    case 'given':
      return notice(
        t('alreadyGiven', { code: reply.dossier.code }),
        reply.number === null
          ? t('alreadyGivenPlain', { place: reply.place })
          : t('alreadyGivenText', { place: reply.place, number: reply.number }),
        [dismiss],
      );
    case 'held': {
      const since = reply.since === null ? '' : `${dayMonth(reply.since)} ${clock(reply.since)}`;
      return notice(t('held', { code: reply.dossier.code }), t('heldText', { holder: reply.holder, since }), [
        anyway,
        dismiss,
      ]);
    }
    case 'stays':
      return notice(t('stays', { code: reply.dossier.code }), t('staysText', { state: say(reply.state) }), [
        anyway,
        dismiss,
      ]);
    case 'notListed':
      return notice(t('notListed', { code: reply.dossier.code }), t('notListedText'), [
        <Button key="take" size="small" first onPress={() => onAnyway(scanned)}>
          {t('takeAnyway')}
        </Button>,
        dismiss,
      ]);
    case 'listElsewhere':
      return notice(t('listElsewhere'), t('listElsewhereText', { number: reply.number, place: reply.place }), [
        dismiss,
      ]);
    case 'unknown':
      switch (reply.like) {
        case 'code':
          return notice(t('unknownCode', { code: reply.found }), t('unknownCodeText'), [dismiss]);
        case 'list':
          return notice(t('unknownList'), t('unknownListText'), [dismiss]);
        case 'card':
          return notice(t('unknownCard'), t('unknownCardText'), [dismiss]);
        case 'text':
          return notice(t('unknown', { found: reply.found }), t('unknownText'), [dismiss]);
      }
  }
}

/** The dossier scanned last, large. */
export function JustScanned({
  scanned,
  onDrop,
}: {
  readonly scanned: Scanned | null;
  readonly onDrop: (dossierId: string) => void;
}): ReactNode {
  const t = useTranslations('handover');
  if (scanned === null || (scanned.reply.kind !== 'added' && scanned.reply.kind !== 'already')) return null;
  const { dossier, kind } = scanned.reply;
  const name = dossier.name === '' ? t('unnamed') : dossier.name;
  const n = dossier.originals ?? 0;
  const facts = { name, papers: n === 0 ? t('originalsNone') : t('originalsCount', { n }) };
  return (
    <section className={styles.just} role="status">
      <h2 className={styles.label}>{t('justScanned', { time: clock(scanned.at) })}</h2>
      <p className={styles.code}>{dossier.code}</p>
      {kind === 'already' ? (
        <p>{t('already')}</p>
      ) : !dossier.heard ? (
        <p className={styles.small}>{t('addedUnheard')}</p>
      ) : (
        <p>{scanned.number === null ? t('addedIn', facts) : t('added', { ...facts, number: scanned.number })}</p>
      )}
      {scanned.reply.target.side === 'out' && (
        <div className={styles.buttons}>
          <Button size="small" action="takeOut" onPress={() => onDrop(dossier.dossierId)}>
            {t('drop')}
          </Button>
        </div>
      )}
    </section>
  );
}
