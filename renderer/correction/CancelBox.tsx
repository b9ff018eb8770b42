import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { desk } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { money } from '../ui/format.ts';
import { ActBox } from '../work/act.tsx';
import styles from './Cancel.module.css';
import { DoublePicker, type Double } from './DoublePicker.tsx';
import { SHORTEST_REASON } from './missing.ts';

/** Taken back (hủy), or merged into its double (gộp): what becomes of paper, money and slips, the reason, the approval. */
export function CancelBox({
  dossierId,
  about,
  onClose,
}: {
  readonly dossierId: string;
  readonly about: CallOutput<'dossier.cancellation'>;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('cancel');
  const say = useSay();
  const language = useLanguage();
  const likely = about.doubles.find((each) => each.isLikely) ?? null;
  const [way, setWay] = useState<'cancel' | 'merge'>(likely === null ? 'cancel' : 'merge');
  const [double, setDouble] = useState<Double | null>(likely);
  const [givenBack, setGivenBack] = useState(false);
  const [reason, setReason] = useState('');
  const { limit, originals, heldBy, isHere, paid, slips } = about;
  const isMerge = way === 'merge';
  const missing =
    limit.kind === 'never'
      ? say(limit.why)
      : isMerge && double === null
        ? t('missing.double')
        : reason.trim().length < SHORTEST_REASON
          ? t('missing.reason')
          : null;
  const papers = originals === 0 ? t('papersNone') : t('papers', { n: originals, where: heldBy });
  const papersGo =
    originals === 0
      ? ''
      : isMerge
        ? double === null
          ? t('papersGo')
          : t('papersGoTo', { code: double.code })
        : isHere
          ? t('papersBack')
          : t('papersFetch');
  return (
    <ActBox
      title={isMerge ? t('titleMerge', { code: about.code }) : t('title', { code: about.code })}
      rule={
        <>
          <p>{t('rule')}</p>
          {limit.kind === 'approval' && <p>{t('needsApproval', { why: say(limit.why) })}</p>}
        </>
      }
      act={isMerge ? t('actMerge') : t('act')}
      missing={missing}
      write={(approval) =>
        desk('dossier.cancel', {
          dossierId,
          reason,
          mergedInto: isMerge ? (double?.dossierId ?? null) : null,
          givenBack: !isMerge && isHere && originals > 0 && givenBack,
          approval,
        })
      }
      onClose={onClose}
      onDone={onClose}
      wide
    >
      <RadioRow
        label={t('way')}
        value={way}
        first
        options={[
          { value: 'cancel', label: t('wayCancel') },
          { value: 'merge', label: t('wayMerge') },
        ]}
        onChange={setWay}
      />
      {isMerge && <DoublePicker own={dossierId} likely={about.doubles} chosen={double} onChoose={setDouble} />}
      <Facts
        facts={[
          { label: t('papersLabel'), value: papersGo === '' ? papers : `${papers}. ${papersGo}` },
          ...(slips === 0 ? [] : [{ label: t('slipsLabel'), value: t('slips', { n: slips }) }]),
          ...(paid === 0 ? [] : [{ label: t('paidLabel'), value: t('paid', { amount: money(paid, language) }) }]),
        ]}
      />
      {!isMerge && isHere && originals > 0 && (
        <div className={styles.back}>
          <Checkbox label={t('givenBack', { n: originals })} checked={givenBack} onChange={setGivenBack} />
        </div>
      )}
      <Field
        label={t('reason')}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={2000}
        hint={t('reasonHint')}
      />
    </ActBox>
  );
}
