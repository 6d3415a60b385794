import { Input, type DatePickerProps } from "antd";
import { lazy, Suspense, type ComponentType } from "react";

const DatePicker = lazy(async () => {
  const { default: loaded } = await import("antd/es/date-picker");
  return { default: loaded as ComponentType<DatePickerProps> };
});

/** antd's date field; its calendar is heavy and comes after the form is there to be filled in. */
export function DateInput(props: DatePickerProps) {
  return (
    <Suspense fallback={<Input size={props.size} style={props.style} aria-label={props["aria-label"]} disabled />}>
      <DatePicker {...props} />
    </Suspense>
  );
}
