import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Assessment, ReceiptContent } from '../../contract/desk/receipt.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { useCalled } from '../stores/called.ts';
import { usePlace } from '../stores/place.ts';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { cx } from '../ui/cx.ts';
import type { Language } from '../ui/format.ts';
import { withProcedure } from './content.ts';
import { FindField } from './FindField.tsx';
import { Folded } from './Folded.tsx';
import { useForm, useFormWork } from './form.ts';
import { goTo } from './go.ts';
import { procedureDetail } from './procedure-detail.ts';
import styles from './Procedure.module.css';

type Procedure = NonNullable<Assessment['procedure']>;

/** Radios may take two lines of the sheet, not more. */
const ROOM_FOR_RADIOS = 110;

/** Part 2: the procedure (thủ tục hành chính) and the case; papers, limit and fee follow from them. */
export function ProcedureSection({
  folded,
  dense,
  onUnfold,
}: {
  readonly folded: boolean;
  readonly dense: boolean;
  readonly onUnfold: () => void;
}): ReactNode {
  const t = useTranslations('receipt');
  const code = useForm((state) => state.content?.procedureCode ?? null);
  const found = useForm((state) => state.assessment?.procedure ?? null);
  const language = useLanguage();
  const [opened, setOpened] = useState(false);
  const procedure = found !== null && found.code === code ? found : null;
  const unfold = (): void => {
    onUnfold();
    goTo('case', 'procedure');
  };
  if (folded && procedure !== null) {
    return (
      <Folded n={2} title={t('procedure')} onUnfold={unfold}>
        <b>{procedure.shortName}</b>
        <span>{caseLabel(procedure, language)}</span>
      </Folded>
    );
  }
  const finding = code === null || opened;
  return (
    <Section
      n={2}
      title={t('procedure')}
      level={finding}
      className={cx(dense && styles.dense)}
      onKey={() => goTo('case', 'procedure')}
    >
      <div data-go="procedure">
        {finding ? (
          <Finder
            onDone={() => {
              setOpened(false);
              goTo('case', 'papers', 'procedure');
            }}
            onLeave={() => setOpened(false)}
          />
        ) : (
          procedure !== null && (
            <Known
              procedure={procedure}
              onOpen={() => {
                setOpened(true);
                goTo('procedure');
              }}
            />
          )
        )}
      </div>
      {!finding && procedure !== null && <Case procedure={procedure} />}
      {!finding && procedure?.isLand === true && <Land />}
    </Section>
  );
}

/** The chosen case in words; nothing where there is but one. */
export function caseLabel(procedure: Procedure, language: Language): string {
  const chosen = procedure.cases.find((one) => one.id === procedure.caseId);
  if (chosen === undefined || procedure.cases.length < 2) return '';
  return language === 'vi' ? chosen.label : chosen.labelEn;
}

function Known({ procedure, onOpen }: { readonly procedure: Procedure; readonly onOpen: () => void }): ReactNode {
  const t = useTranslations('receipt');
  const language = useLanguage();
  const { code, field, level, decision, nameEn } = procedure;
  const { workspace, open } = usePlace();
  const onTold = (): void => open('advice');
  return (
    <>
      <div className={styles.known}>
        <button
          type="button"
          className={styles.name}
          aria-label={`${procedure.shortName}, ${t('changeProcedure')}`}
          onClick={onOpen}
        >
          {procedure.shortName}
        </button>
        {workspace === 'receipt' && (
          <Button size="small" action="turnToCitizen" onPress={onTold}>
            {t('tellCitizen')}
          </Button>
        )}
      </div>
      {language === 'en' && <p className={styles.translated}>{t('translated', { name: nameEn })}</p>}
      <p className={styles.about}>
        {decision === null
          ? t('aboutNoDecision', { code, field, level: lowerFirst(level) })
          : t('about', { code, field, level: lowerFirst(level), decision })}
      </p>
    </>
  );
}

/** Fields of the number whose receipt this is. */
function useFields(): readonly string[] {
  const isReceipt = useFormWork().store === useReceipt;
  const draftId = useReceipt((state) => state.draftId);
  const ofTicket = useCalled((state) => (draftId === null ? undefined : state.fields.get(draftId)));
  return (isReceipt ? ofTicket : undefined) ?? anyField;
}

const anyField: readonly string[] = [];

function Finder({ onDone, onLeave }: { readonly onDone: () => void; readonly onLeave: () => void }): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const language = useLanguage();
  const { edit } = useFormWork();
  const [text, setText] = useState('');
  const fields = useFields();
  const { data } = useDesk('procedure.find', { text, limit: 12, fields: [...fields] }, ['reference', 'dossiers']);
  const rows = data ?? [];
  return (
    <FindField
      label={t('procedureName')}
      labelHidden
      first
      value={text}
      onChange={setText}
      head={text.trim() !== '' ? t('found') : fields.length > 0 ? t('ofNumber') : t('mostUsed')}
      none={data === undefined ? undefined : t('procedureNone', { text })}
      hint={t('procedureHint')}
      found={rows.map((row) => ({
        key: row.code,
        title: row.shortName,
        detail: procedureDetail(row, language, row.everyday === null ? '' : t('everyday', { name: row.everyday })),
        aside: say(row.limit),
      }))}
      onPick={(code) => {
        const row = rows.find((one) => one.code === code);
        if (row === undefined) return;
        edit((content) => withProcedure(content, row.code, row.fastLane));
        setText('');
        onDone();
      }}
      onLeave={onLeave}
    />
  );
}

function Case({ procedure }: { readonly procedure: Procedure }): ReactNode {
  const t = useTranslations('receipt');
  const language = useLanguage();
  const { edit } = useFormWork();
  if (procedure.cases.length < 2) return null;
  const options = procedure.cases.map((one) => ({ value: one.id, label: language === 'vi' ? one.label : one.labelEn }));
  const choose = (caseId: string): void => edit((content) => withCase(content, caseId));
  const letters = options.reduce((sum, option) => sum + option.label.length + 5, 0);
  return (
    <div className={styles.case} data-go="case">
      {options.length <= 4 && letters <= ROOM_FOR_RADIOS ? (
        <RadioRow label={t('case')} value={procedure.caseId} options={options} onChange={choose} />
      ) : (
        <div className={styles.select}>
          <Select
            label={t('case')}
            value={procedure.caseId}
            empty={t('caseNone')}
            options={options}
            action="pickCase"
            onChange={choose}
          />
          <Keycap action="pickCase" />
        </div>
      )}
    </div>
  );
}

/** Papers that both cases ask for keep their state; what was said about the fee of the other does not hold for this one. */
function withCase(content: ReceiptContent, caseId: string): ReceiptContent {
  return content.caseId === caseId
    ? content
    : { ...content, caseId, feeAmount: null, feeExemption: null, dueEntered: null };
}

function Land(): ReactNode {
  const t = useTranslations('receipt');
  const land = useForm((state) => state.content?.land ?? null) ?? { sheet: '', parcel: '', address: '' };
  const { edit } = useFormWork();
  const change = (part: Partial<typeof land>): void => {
    const next = { ...land, ...part };
    const blank = next.sheet === '' && next.parcel === '' && next.address === '';
    edit((content) => ({ ...content, land: blank ? null : next }));
  };
  return (
    <div className={styles.land}>
      <Field label={t('landSheet')} value={land.sheet} maxLength={40} onChange={(sheet) => change({ sheet })} />
      <Field label={t('landParcel')} value={land.parcel} maxLength={40} onChange={(parcel) => change({ parcel })} />
      <Field
        label={t('landAddress')}
        value={land.address}
        maxLength={500}
        onChange={(address) => change({ address })}
      />
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
