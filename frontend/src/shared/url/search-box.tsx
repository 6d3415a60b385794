import { Input } from "antd";
import { useEffect, useState } from "react";

import { Icon } from "@/shared/ui/icon";
import { useUrlFilters } from "@/shared/url/use-url-filters";

const PAUSE_MS = 350;

/** A search that writes itself into the address after a pause in typing. */
export function SearchBox({ label }: { label: string }) {
  const filters = useUrlFilters();
  const wanted = filters.text("search");
  const [typed, setTyped] = useState(wanted);
  const [seen, setSeen] = useState(wanted);
  if (seen !== wanted) {
    setSeen(wanted);
    setTyped(wanted);
  }
  useEffect(() => {
    if (typed.trim() === wanted) return;
    const timer = setTimeout(() => filters.change({ search: typed.trim() }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, wanted, filters]);
  return (
    <Input
      type="search"
      allowClear
      size="large"
      prefix={<Icon name="search" size={18} />}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
