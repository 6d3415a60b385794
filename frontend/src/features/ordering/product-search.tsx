import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";
import { useEffect, useState } from "react";

import type { Offer, Product } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import { useOrderableProductsQuery } from "./api";
import { cartLine } from "./cart-line";
import { useCart } from "./use-cart";

const FOUND = 15;
const PAUSE_MS = 250;

/** Puts a product straight into the order by its name or article: one option per packaging with a price. */
export function ProductSearch({ agreement }: { agreement: number }) {
  const { t } = useLingui();
  const { put } = useCart(agreement);
  const [typed, setTyped] = useState("");
  const search = usePaused(typed.trim());
  const { currentData, isFetching } = useOrderableProductsQuery(
    { agreement, search, pageSize: FOUND },
    { skip: search === "" },
  );
  const options = search === "" ? [] : (currentData?.results ?? []).flatMap(pricedOptions);
  const add = (value: string) => {
    const option = options.find((one) => one.value === value);
    if (option) put(cartLine(option.product, option.packaging, "1"));
    setTyped("");
  };
  return (
    <Select<string, (typeof options)[number]>
      size="large"
      aria-label={t`Add a product by its name or article`}
      placeholder={t`Add a product by its name or article`}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={null as unknown as string}
      onSelect={add}
      loading={isFetching}
      notFoundContent={search && !isFetching ? t`Nothing found` : null}
      options={options}
      optionRender={({ data }) => <OrderableOption product={data.product} packaging={data.packaging} />}
    />
  );
}

function pricedOptions(product: Product) {
  return product.packagings
    .filter((packaging) => packaging.price)
    .map((packaging) => ({
      value: `${product.id}:${packaging.id ?? ""}`,
      label: `${product.name}, ${packaging.name}`,
      product,
      packaging,
    }));
}

function OrderableOption({ product, packaging }: { product: Product; packaging: Offer }) {
  const format = useFormat();
  const price = packaging.price && format.money(packaging.price.amount, packaging.price.currency);
  return (
    <span style={{ display: "grid", lineHeight: 1.35 }}>
      <span>{product.name}</span>
      <small>{[product.article, packaging.name, price].filter(Boolean).join(" · ")}</small>
    </span>
  );
}

/** The value once it has stood still for a moment. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
