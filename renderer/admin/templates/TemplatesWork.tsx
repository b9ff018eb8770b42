import { useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { formNames } from '../../../domain/form/form-names.ts';
import type { SlipForm } from '../../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../../domain/form/template.ts';
import { DeskFrame } from '../../app/DeskFrame.tsx';
import { useDesk } from '../../app/queries.ts';
import { NowContext, useSay } from '../../app/say.ts';
import { SheetBody, SheetHead } from '../../frame/SheetHead.tsx';
import { plainDate } from '../../ui/format.ts';
import { goToList, NothingChosen } from '../FormPanel.tsx';
import { NotNow } from '../NotNow.tsx';
import { EditionPanel } from './EditionPanel.tsx';
import { editionRows, type EditionRow } from './editions.ts';
import { PublishPanel } from './PublishPanel.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';

/** A new edition that was begun. */
interface Draft {
  readonly template: SlipTemplate;
  /** As it was begun from, and the newest edition then. */
  readonly from: SlipTemplate;
  readonly basedOn: string;
}

/** Templates of slips (bản mẫu phiếu, decision 15): every form's editions, and a new one made from any of them. */
export function TemplatesWork(props: {
  /** Null: editions are published for every office. */
  readonly office: string | null;
  /** The choice between the parts of administration. */
  readonly kinds: ReactNode;
}): ReactNode {
  const t = useTranslations('template');
  const say = useSay();
  const now = useContext(NowContext);
  const client = useQueryClient();
  const query = useDesk('admin.slipEditions', {}, ['reference']);
  const [current, setCurrent] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<SlipForm, Draft>>(new Map());
  const [editing, setEditing] = useState<SlipForm | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const there = query.data !== undefined;
  useEffect(() => {
    // The choice that led here went with the list it stood over.
    if (there && document.activeElement === document.body) goToList();
  }, [there]);
  if (now === '') return null;
  const today = dateOf(now);
  const rows = editionRows(query.data ?? [], today);
  const row = rows.find(({ id }) => id === current);
  const draft = editing === null ? undefined : drafts.get(editing);
  const put = (form: SlipForm, next: Draft | null): void =>
    setDrafts(
      (all) =>
        new Map([...[...all].filter(([key]) => key !== form), ...(next === null ? [] : [[form, next] as const])]),
    );

  const begin = ({ form, template }: EditionRow): void => {
    const newest = rows.find((each) => each.form === form);
    if (!drafts.has(form)) put(form, { template, from: template, basedOn: newest?.id ?? template.id });
    setOpen(null);
    setDone(null);
    setEditing(form);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-editor] button')?.focus());
  };
  const back = (): void => {
    if (draft !== undefined && draft.template === draft.from) put(draft.template.form, null);
    setEditing(null);
    requestAnimationFrame(goToList);
  };

  if (draft !== undefined) {
    const { form } = draft.template;
    const title = t('newEdition', { form: say(formNames[form].label) });
    return (
      <DeskFrame
        rail={false}
        outcome={
          <PublishPanel
            key={form}
            title={title}
            template={draft.template}
            basedOn={draft.basedOn}
            isChanged={JSON.stringify(draft.template) !== JSON.stringify(draft.from) || draft.from.id !== draft.basedOn}
            office={props.office}
            today={today}
            onBlock={(at) => {
              setOpen(at);
              requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-block="${at}"] button`)?.focus());
            }}
            onBack={back}
            onDiscard={() => put(form, { ...draft, template: draft.from })}
            onReopen={() => {
              put(form, null);
              setEditing(null);
              void query.refetch();
            }}
            onPublished={(edition) => {
              put(form, null);
              setEditing(null);
              setCurrent(edition.template.id);
              setDone(t('published', { date: plainDate(edition.validFrom) }));
              void client
                .invalidateQueries({ queryKey: ['desk', 'admin.slipEditions'] })
                .then(() => requestAnimationFrame(goToList));
            }}
          />
        }
      >
        <SheetHead title={title} fact={say(formNames[form].name)} />
        <TemplateEditor
          template={draft.template}
          open={open}
          onOpen={setOpen}
          onChange={(template) => put(form, { ...draft, template })}
        />
      </DeskFrame>
    );
  }
  return (
    <DeskFrame
      rail={false}
      outcome={
        row === undefined ? (
          <NothingChosen />
        ) : (
          <EditionPanel row={row} done={done} begun={drafts.has(row.form)} onEdit={() => begin(row)} />
        )
      }
    >
      <SheetHead title={t('title')} fact={t('titleFact')} aside={props.kinds} />
      <SheetBody>
        {query.error !== null && <NotNow problem={query.error} onRetry={() => void query.refetch()} />}
        {query.data !== undefined && (
          <TemplateList
            rows={rows}
            current={current}
            onCurrent={(id) => {
              if (id !== current) setDone(null);
              setCurrent(id);
            }}
            onOpen={begin}
            begun={(each) => drafts.has(each.form) && each.state === 'now'}
          />
        )}
      </SheetBody>
    </DeskFrame>
  );
}
