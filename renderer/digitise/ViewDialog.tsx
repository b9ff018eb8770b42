import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { documentType } from '../../domain/digitise/document-types.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { saveAsFile } from '../app/save-pdf.ts';
import { useSay } from '../app/say.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import { clock, dayMonth, personalId, plainDate } from '../ui/format.ts';
import { Dialog, QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Digitise.module.css';
import { PagesPane } from './PagesPane.tsx';
import { useKeptPages } from './use-kept-pages.ts';

type Digitised = CallOutput<'digitise.list'>[number];

export interface ViewDialogProps {
  readonly dossierId: string;
  readonly code: string;
  readonly paper: Digitised;
  readonly role: string | undefined;
  readonly onClose: () => void;
}

/** The contract asks for as many letters. */
const SHORTEST_REASON = 3;

/** A digitised paper as it is kept: its pages, what is known of it, who looked. Looking is written down. */
export function ViewDialog({ dossierId, code, paper, role, onClose }: ViewDialogProps): ReactNode {
  const t = useTranslations('digitise');
  const say = useSay();
  const { fileId, title } = paper;
  const { pages, problem, more } = useKeptPages(dossierId, fileId);
  const [current, setCurrent] = useState(0);
  const save = useMutation({
    mutationFn: async () => {
      const { name, pdf } = await desk('digitise.save', { dossierId, fileId });
      saveAsFile(pdf, name);
    },
  });
  const type = documentType(paper.documentType);
  const facts = [
    { label: t('documentType'), value: type === null ? paper.documentType : say(type.name) },
    { label: t('summary'), value: paper.summary },
    ...(paper.ownerId === null ? [] : [{ label: t('owner'), value: personalId(paper.ownerId) }]),
    ...(paper.validFrom === null ? [] : [{ label: t('validFrom'), value: plainDate(paper.validFrom) }]),
    ...(paper.validTo === null ? [] : [{ label: t('validTo'), value: plainDate(paper.validTo) }]),
    { label: t('scope'), value: paper.scope === 'owner' ? t('scopeOwner') : t('scopeDossier') },
  ];
  return (
    <Dialog title={t('viewTitle', { title, code })} onClose={onClose} full>
      <div className={styles.viewColumns}>
        <div className={styles.middle}>
          {problem === null ? (
            <PagesPane
              pages={pages}
              current={current}
              onCurrent={setCurrent}
              foot={
                more !== null && (
                  <Button size="small" onPress={more}>
                    {t('viewMore')}
                  </Button>
                )
              }
            />
          ) : (
            <ProblemNotice problem={problem} />
          )}
        </div>
        <section className={styles.last} aria-label={t('form')}>
          <div className={styles.formBody}>
            <Facts facts={facts} />
            <p className={styles.note}>
              {t('vouched', { name: paper.by, time: `${dayMonth(paper.at)} ${clock(paper.at)}` })}
            </p>
            <p className={styles.note}>{t('viewLogged')}</p>
            {role === 'supervisor' && <Looks dossierId={dossierId} fileId={fileId} />}
          </div>
          <div className={styles.foot}>
            {save.isError && <ProblemNotice problem={problemOf(save.error)} />}
            <Button wide onPress={() => save.mutate()}>
              {t('viewSave')}
            </Button>
            {role !== 'unitOfficer' && <Remove dossierId={dossierId} paper={paper} onRemoved={onClose} />}
            <Button wide action="back" first onPress={onClose}>
              {t('viewClose')}
            </Button>
          </div>
        </section>
      </div>
    </Dialog>
  );
}

function Remove({
  dossierId,
  paper,
  onRemoved,
}: {
  readonly dossierId: string;
  readonly paper: Digitised;
  readonly onRemoved: () => void;
}): ReactNode {
  const t = useTranslations('digitise');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const remove = useMutation({
    mutationFn: () => desk('digitise.remove', { dossierId, fileId: paper.fileId, reason: reason.trim() }),
    onSuccess: onRemoved,
  });
  const tooShort = reason.trim().length < SHORTEST_REASON;
  return (
    <>
      <Button wide onPress={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {asking && (
        <QuestionBox
          title={t('removeTitle', { title: paper.title })}
          rule={t('removeRule')}
          safe={{ label: t('removeSafe'), onPress: () => setAsking(false) }}
          act={{
            label: t('removeAct'),
            onPress: () => remove.mutate(),
            missing: tooShort ? t('removeReasonMissing') : null,
          }}
        >
          <Field
            label={t('removeReason')}
            value={reason}
            onChange={setReason}
            hint={t('removeReasonHint')}
            maxLength={500}
            first
          />
          {remove.isError && <ProblemNotice problem={problemOf(remove.error)} />}
        </QuestionBox>
      )}
    </>
  );
}

/** The access log of the file, for the supervisor. */
function Looks({ dossierId, fileId }: { readonly dossierId: string; readonly fileId: string }): ReactNode {
  const t = useTranslations('digitise');
  const { data, error } = useDesk('digitise.views', { dossierId, fileId }, []);
  if (error !== null) return <ProblemNotice problem={error} />;
  if (data === undefined) return null;
  // Two looks may be alike: each is named by its place from the oldest, which keeps it.
  const placed = data.map((look, at) => ({ look, place: data.length - at }));
  return (
    <>
      <h3 className={styles.label}>{t('looks')}</h3>
      {data.length === 0 && <p className={styles.note}>{t('looksNone')}</p>}
      <ul>
        {placed.map(({ look, place }) => (
          <li key={place} className={styles.look}>
            <span>
              {look.why === 'saved'
                ? t('lookSaved', { who: look.who })
                : t('lookScreen', { who: look.who, from: look.fromPage + 1, to: look.toPage + 1 })}
            </span>
            <span>{`${dayMonth(look.at)} ${clock(look.at)}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
