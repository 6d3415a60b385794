import { Input, type DatePickerProps } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat";
import { lazy, Suspense, useState, type ComponentType, type FormEvent } from "react";

dayjs.extend(customParseFormat);

const DatePicker = lazy(async () => {
  const { default: loaded } = await import("antd/es/date-picker");
  return { default: loaded as ComponentType<DatePickerProps> };
});

/** Value of a field whose text is no date that may be chosen. */
const UNREADABLE = dayjs(Number.NaN);

type DateInputProps = Omit<DatePickerProps, "format" | "onChange" | "value"> & {
  /** dayjs format in which the date is shown and typed. */
  format?: string;
  value?: Dayjs | null;
  onChange?: (date: Dayjs | null) => void;
};

/**
 * antd's date field; its calendar is heavy and comes after the form is there to be filled in.
 *
 * What cannot be read stays as it was typed, for its writer to mend; the value is then an invalid date, which
 * `readable` refuses in a form.
 */
export function DateInput({ format = "YYYY-MM-DD", value, onChange, ...props }: DateInputProps) {
  const [last, setLast] = useState(value ?? null);
  const keep = (date: Dayjs | null | undefined) => {
    if (date === null || (date?.isValid() && !date.isSame(last))) setLast(date);
  };
  if (value !== last) keep(value);
  const change = (date: Dayjs | null) => {
    keep(date);
    onChange?.(date);
  };
  const onInput = (event: FormEvent) => {
    if (event.target instanceof HTMLInputElement) change(read(event.target.value, format, props.disabledDate));
  };
  return (
    <Suspense fallback={<Input size={props.size} style={props.style} aria-label={props["aria-label"]} disabled />}>
      <div onInput={onInput}>
        <DatePicker
          {...props}
          format={format}
          value={last}
          onChange={(date) => change(date as Dayjs | null)}
          preserveInvalidOnBlur
        />
      </div>
    </Suspense>
  );
}

function read(text: string, format: string, disabled: DatePickerProps["disabledDate"]): Dayjs | null {
  if (!text) return null;
  const date = dayjs(text, format, true);
  return date.isValid() && !disabled?.(date, { type: "date" }) ? date : UNREADABLE;
}

/** Rule of a form's field: refuses a text that is no date. */
export function readable(message: string) {
  return {
    validator: (_rule: unknown, date: Dayjs | null | undefined) =>
      !date || date.isValid() ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}
