import type { ComponentChildren } from 'preact';

export type FieldShown = Readonly<{
  name: string;
  /** Of its own on the page, where the same field stands there several times; the name otherwise. */
  id?: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}>;

/** What a field is described by: its hint, its error. */
export const describing = ({ name, id = name, hint, error }: FieldShown): object => {
  const by = [...(hint ? [`${id}-aide`] : []), ...(error ? [`${id}-erreur`] : [])].join(' ');
  return {
    ...{ id, name },
    ...(by !== '' && { 'aria-describedby': by }),
    ...(error && { 'aria-invalid': 'true' as const }),
  };
};

/** A field with its label; its hint and its error stand beside it, and are read out with it. */
export const Labelled = ({ shown, children }: { shown: FieldShown; children: ComponentChildren }) => {
  const { name, id = name, label, hint, error } = shown;
  return (
    <div>
      <label for={id}>{label}</label>
      {children}
      {hint && (
        <p class="quiet" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-erreur`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
};

/** A line of text. */
export const TextField = ({ value, required, ...shown }: FieldShown & { value: string; required?: boolean }) => (
  <Labelled shown={shown}>
    <input type="text" value={value} required={required ?? false} {...describing(shown)} />
  </Labelled>
);

/** Many lines of text. */
export const LongField = ({ value, rows, ...shown }: FieldShown & { value: string; rows: number }) => (
  <Labelled shown={shown}>
    <textarea rows={rows} {...describing(shown)}>
      {value}
    </textarea>
  </Labelled>
);

/** One of several. */
export const ChoiceField = ({
  value,
  choices,
  ...shown
}: FieldShown & { value: string; choices: readonly (readonly [value: string, label: string])[] }) => (
  <Labelled shown={shown}>
    <select {...describing(shown)}>
      {choices.map(([one, label]) => (
        <option key={one} value={one} selected={one === value}>
          {label}
        </option>
      ))}
    </select>
  </Labelled>
);
