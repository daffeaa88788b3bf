import type { PageRequest } from '../../page.js';
import { described, FieldError } from './field-error.js';

type Choice = Readonly<{ value: string; label: string; lang?: string }>;

/** One of several, in a menu. */
export const Menu = (of: {
  request: PageRequest;
  field: string;
  label: string;
  choices: readonly Choice[];
  chosen: string;
  hint?: string;
}) => {
  const { request, field, label, choices, chosen, hint } = of;
  return (
    <div>
      <label for={field}>{label}</label>
      <select id={field} name={field} {...described(field, request, hint)}>
        {choices.map(({ value, label: said, lang }) => (
          <option key={value} value={value} lang={lang} selected={value === chosen}>
            {said}
          </option>
        ))}
      </select>
      {hint && (
        <p class="quiet" id={`${field}-aide`}>
          {hint}
        </p>
      )}
      <FieldError field={field} request={request} />
    </div>
  );
};

/** Any of several. The first carries the field's id, so that its error leads there. */
export const Boxes = (of: {
  request: PageRequest;
  field: string;
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  hint?: string;
}) => {
  const { request, field, legend, choices, chosen, hint } = of;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint && (
        <p class="quiet" id={`${field}-aide`}>
          {hint}
        </p>
      )}
      {choices.map(({ value, label }, index) => (
        <label key={value} class="choice">
          <input
            type="checkbox"
            id={index === 0 ? field : `${field}-${value}`}
            name={field}
            value={value}
            checked={chosen.includes(value)}
            {...described(field, request, hint)}
          />
          <span>{label}</span>
        </label>
      ))}
      <FieldError field={field} request={request} />
    </fieldset>
  );
};
