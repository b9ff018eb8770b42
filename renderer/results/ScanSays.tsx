import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { dayNumber } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import type { ScanReply } from './form.ts';

/** What a scan could not settle by itself, in its place; null where there is nothing to say. */
export function ScanSays({
  reply,
  onDismiss,
}: {
  readonly reply: ScanReply;
  readonly onDismiss: () => void;
}): ReactNode {
  const t = useTranslations('results');
  const say = useSay();
  const openDossier = usePlace((place) => place.openDossier);
  const dismiss = (
    <Button key="dismiss" size="small" action="back" onPress={onDismiss}>
      {t('dismiss')}
    </Button>
  );
  const open = (id: string): ReactNode => (
    <Button key="open" size="small" onPress={() => openDossier(id)}>
      {t('otherOpen')}
    </Button>
  );
  const notice = (title: string, text: string, actions: readonly ReactNode[] = [dismiss], code?: string): ReactNode => (
    <Notice tone="soon" icon="scan" title={title} actions={actions} code={code}>
      {text}
    </Notice>
  );
  switch (reply.kind) {
    case 'dossier': {
      const { other, voidSlip } = reply;
      if (other !== null) {
        const state = say(other.stateWords);
        const text =
          other.holder === '' ? t('otherText', { state }) : t('otherHolder', { state, holder: other.holder });
        const title =
          other.state === 'finished' ? t('awayTitle', { code: other.code }) : t('otherTitle', { code: other.code });
        return notice(title, text, [open(other.dossierId), dismiss]);
      }
      if (voidSlip === null) return null;
      return notice(t('voidTitle', { name: say(voidSlip.name) }), `${say(voidSlip.text)}. ${t('voidText')}`, []);
    }
    case 'person': {
      const { person, rows, others } = reply;
      if (rows.length > 1) return notice(t('personMany', { name: person.name, n: rows.length }), '');
      if (rows.length === 1) return null;
      const list = others.map((other) => `${dayNumber(other.code)} ${say(other.stateWords)}`).join('; ');
      return notice(
        t('personNone', { name: person.name }),
        list === '' ? t('personNoneText') : `${t('personOthers', { list })} ${t('personNoneText')}`,
      );
    }
    case 'ask':
      return notice(say(reply.text), say(reply.todo), [dismiss], reply.code);
    case 'unknown':
      switch (reply.like) {
        case 'slip':
          return notice(t('unknownSlip', { code: reply.found }), t('unknownSlipText'));
        case 'code':
          return notice(t('unknownCode', { code: reply.found }), t('unknownCodeText'));
        case 'text':
          return notice(t('unknownText'), t('unknownCodeText'));
      }
  }
}
