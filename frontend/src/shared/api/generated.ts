import { baseApi as api } from "./base-api";
export const addTagTypes = ["session", "partners", "catalog", "ordering", "content"] as const;
const injectedRtkApi = api
  .enhanceEndpoints({
    addTagTypes,
  })
  .injectEndpoints({
    endpoints: (build) => ({
      sessionRetrieve: build.query<SessionRetrieveApiResponse, SessionRetrieveApiArg>({
        query: () => ({ url: `/api/v1/session/` }),
        providesTags: ["session"],
      }),
      sessionPartialUpdate: build.mutation<SessionPartialUpdateApiResponse, SessionPartialUpdateApiArg>({
        query: (queryArg) => ({ url: `/api/v1/session/`, method: "PATCH", body: queryArg.patchedSessionLanguage }),
        invalidatesTags: ["session"],
      }),
      partnersAgreementsList: build.query<PartnersAgreementsListApiResponse, PartnersAgreementsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/agreements/`,
          params: {
            search: queryArg.search,
            page: queryArg.page,
            page_size: queryArg.pageSize,
          },
        }),
        providesTags: ["partners"],
      }),
      catalogProductsList: build.query<CatalogProductsListApiResponse, CatalogProductsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalog/products/`,
          params: {
            agreement: queryArg.agreement,
            search: queryArg.search,
            group: queryArg.group,
            line: queryArg.line,
            ordering: queryArg.ordering,
            page: queryArg.page,
            page_size: queryArg.pageSize,
          },
        }),
        providesTags: ["catalog"],
      }),
      catalogProductsRetrieve: build.query<CatalogProductsRetrieveApiResponse, CatalogProductsRetrieveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalog/products/${queryArg.id}/`,
          params: {
            agreement: queryArg.agreement,
          },
        }),
        providesTags: ["catalog"],
      }),
      catalogFacetsRetrieve: build.query<CatalogFacetsRetrieveApiResponse, CatalogFacetsRetrieveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalog/facets/`,
          params: {
            agreement: queryArg.agreement,
            search: queryArg.search,
            group: queryArg.group,
            line: queryArg.line,
          },
        }),
        providesTags: ["catalog"],
      }),
      orderingOrdersList: build.query<OrderingOrdersListApiResponse, OrderingOrdersListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/ordering/orders/`,
          params: {
            status: queryArg.status,
            search: queryArg.search,
            ordering: queryArg.ordering,
            page: queryArg.page,
            page_size: queryArg.pageSize,
          },
        }),
        providesTags: ["ordering"],
      }),
      orderingOrdersCreate: build.mutation<OrderingOrdersCreateApiResponse, OrderingOrdersCreateApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/ordering/orders/`,
          method: "POST",
          body: queryArg.orderPlaceInput,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["ordering"],
      }),
      orderingOrdersRetrieve: build.query<OrderingOrdersRetrieveApiResponse, OrderingOrdersRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/ordering/orders/${queryArg.id}/` }),
        providesTags: ["ordering"],
      }),
      orderingOrdersCheckCreate: build.mutation<OrderingOrdersCheckCreateApiResponse, OrderingOrdersCheckCreateApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/ordering/orders/check/`,
          method: "POST",
          body: queryArg.orderCheckInput,
        }),
        invalidatesTags: ["ordering"],
      }),
      orderingOrdersResendCreate: build.mutation<
        OrderingOrdersResendCreateApiResponse,
        OrderingOrdersResendCreateApiArg
      >({
        query: (queryArg) => ({ url: `/api/v1/ordering/orders/${queryArg.id}/resend/`, method: "POST" }),
        invalidatesTags: ["ordering"],
      }),
      contentPageRetrieve: build.query<ContentPageRetrieveApiResponse, ContentPageRetrieveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/page/`,
          params: {
            path: queryArg.path,
          },
        }),
        providesTags: ["content"],
      }),
      contentNewsList: build.query<ContentNewsListApiResponse, ContentNewsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/news/`,
          params: {
            locale: queryArg.locale,
            page: queryArg.page,
            page_size: queryArg.pageSize,
          },
        }),
        providesTags: ["content"],
      }),
      contentMenuList: build.query<ContentMenuListApiResponse, ContentMenuListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/menu/`,
          params: {
            locale: queryArg.locale,
          },
        }),
        providesTags: ["content"],
      }),
    }),
    overrideExisting: false,
  });
export { injectedRtkApi as generatedApi };
export type SessionRetrieveApiResponse = /** status 200  */ Session;
export type SessionRetrieveApiArg = void;
export type SessionPartialUpdateApiResponse = /** status 200  */ Session;
export type SessionPartialUpdateApiArg = {
  patchedSessionLanguage: PatchedSessionLanguage;
};
export type PartnersAgreementsListApiResponse = /** status 200  */ AgreementPage;
export type PartnersAgreementsListApiArg = {
  search?: string;
  page?: number;
  pageSize?: number;
};
export type CatalogProductsListApiResponse = /** status 200  */ ProductPage;
export type CatalogProductsListApiArg = {
  agreement?: number;
  search?: string;
  group?: number;
  line?: number;
  ordering?: string;
  page?: number;
  pageSize?: number;
};
export type CatalogProductsRetrieveApiResponse = /** status 200  */ ProductDetail;
export type CatalogProductsRetrieveApiArg = {
  agreement?: number;
  id: number;
};
export type CatalogFacetsRetrieveApiResponse = /** status 200  */ Facets;
export type CatalogFacetsRetrieveApiArg = {
  agreement?: number;
  search?: string;
  group?: number;
  line?: number;
};
export type OrderingOrdersListApiResponse = /** status 200  */ OrderPage;
export type OrderingOrdersListApiArg = {
  status?: string;
  search?: string;
  ordering?: string;
  page?: number;
  pageSize?: number;
};
export type OrderingOrdersCreateApiResponse = /** status 201  */ Order;
export type OrderingOrdersCreateApiArg = {
  "Idempotency-Key": string;
  orderPlaceInput: OrderPlaceInput;
};
export type OrderingOrdersRetrieveApiResponse = /** status 200  */ Order;
export type OrderingOrdersRetrieveApiArg = {
  id: string;
};
export type OrderingOrdersCheckCreateApiResponse = /** status 200  */ OrderCheck;
export type OrderingOrdersCheckCreateApiArg = {
  orderCheckInput: OrderCheckInput;
};
export type OrderingOrdersResendCreateApiResponse = /** status 200  */ Order;
export type OrderingOrdersResendCreateApiArg = {
  id: string;
};
export type ContentPageRetrieveApiResponse = /** status 200  */ ContentPage;
export type ContentPageRetrieveApiArg = {
  path: string;
};
export type ContentNewsListApiResponse = /** status 200  */ NewsPage;
export type ContentNewsListApiArg = {
  locale: string;
  page?: number;
  pageSize?: number;
};
export type ContentMenuListApiResponse = /** status 200  */ MenuLink[];
export type ContentMenuListApiArg = {
  locale: string;
};
export type Role = {
  code: string;
  name: string;
};
export type SessionUser = {
  id: number;
  email: string;
  name: string;
  language: string;
  roles: Role[];
  side: string;
};
export type MenuEntry = {
  code: string;
  title: string;
  path: string;
  icon: string;
};
export type Session = {
  user: SessionUser | null;
  permissions: {
    [key: string]: string;
  };
  modules: string[];
  menu: MenuEntry[];
  events_url: string;
  demo: boolean;
};
export type PatchedSessionLanguage = {
  language?: "ru" | "en" | "kk";
};
export type NamedRef = {
  id: number;
  name: string;
};
export type ContractRef = {
  id: number;
  number: string;
  date: string | null;
};
export type Agreement = {
  id: number;
  number: string;
  name: string;
  partner: NamedRef;
  counterparty: NamedRef | null;
  contract: ContractRef | null;
  currency: string;
  with_vat: boolean;
  valid_until: string | null;
};
export type AgreementPage = {
  count: number;
  page: number;
  page_size: number;
  results: Agreement[];
};
export type Money = {
  amount: string;
  currency: string;
};
export type ProductPackaging = {
  id: number | null;
  name: string;
  factor: string;
  weight: string | null;
  price: Money | null;
};
export type StockSummary = {
  available: string;
  unit: string;
  at: string | null;
};
export type Product = {
  id: number;
  article: string;
  name: string;
  group: NamedRef | null;
  line: NamedRef | null;
  unit: string;
  image: string | null;
  packagings: ProductPackaging[];
  stock: StockSummary | null;
};
export type ProductPage = {
  count: number;
  page: number;
  page_size: number;
  agreement: Agreement | null;
  prices_at: string | null;
  stock_at: string | null;
  results: Product[];
};
export type WarehouseStock = {
  warehouse: string;
  available: string;
  at: string | null;
};
export type ProductDetail = {
  id: number;
  article: string;
  name: string;
  group: NamedRef | null;
  line: NamedRef | null;
  unit: string;
  image: string | null;
  packagings: ProductPackaging[];
  stock: StockSummary | null;
  full_name: string;
  description: string;
  vat_rate: string;
  warehouses: WarehouseStock[];
  agreement: Agreement | null;
  prices_at: string | null;
  stock_at: string | null;
};
export type Facet = {
  id: number;
  name: string;
  count: number;
};
export type Facets = {
  groups: Facet[];
  lines: Facet[];
};
export type OrderStatus =
  | "placed"
  | "accepted"
  | "provisioning"
  | "ready"
  | "shipping"
  | "awaiting_payment"
  | "closed"
  | "rejected"
  | "cancelled";
export type ExchangeState = "waiting" | "sent" | "accepted" | "rejected" | "parked";
export type OrderExchange = {
  state: ExchangeState;
  since: string | null;
  attempts: number;
  message: string;
};
export type AgreementRef = {
  id: number;
  number: string;
  name: string;
};
export type OrderSummary = {
  id: string;
  number: string;
  status: OrderStatus;
  status_label: string;
  exchange: OrderExchange;
  onec_number: string;
  partner: NamedRef;
  counterparty: NamedRef | null;
  contract: ContractRef | null;
  agreement: AgreementRef;
  currency: string;
  total: string;
  requested_date: string | null;
  client_reference: string;
  comment: string;
  placed_at: string;
  author: NamedRef | null;
  reason: string;
  version: number;
};
export type OrderPage = {
  count: number;
  page: number;
  page_size: number;
  results: OrderSummary[];
};
export type OrderLine = {
  position: number;
  product: number;
  packaging: number | null;
  name: string;
  article: string;
  packaging_name: string;
  unit: string;
  quantity: string;
  price: string;
  amount: string;
};
export type OrderHistoryEntry = {
  at: string;
  from: string;
  to: string;
  label: string;
  by: string;
  note: string;
};
export type Order = {
  id: string;
  number: string;
  status: OrderStatus;
  status_label: string;
  exchange: OrderExchange;
  onec_number: string;
  partner: NamedRef;
  counterparty: NamedRef | null;
  contract: ContractRef | null;
  agreement: AgreementRef;
  currency: string;
  total: string;
  requested_date: string | null;
  client_reference: string;
  comment: string;
  placed_at: string;
  author: NamedRef | null;
  reason: string;
  version: number;
  lines: OrderLine[];
  history: OrderHistoryEntry[];
};
export type OrderLineInput = {
  product: number;
  packaging: number | null;
  quantity: string;
};
export type OrderPlaceInput = {
  agreement: number;
  requested_date: string | null;
  client_reference: string;
  comment: string;
  lines: OrderLineInput[];
  expected_total: string | null;
};
export type CheckedLine = {
  product: number;
  packaging: number | null;
  name: string;
  article: string;
  unit: string;
  quantity: string;
  price: string;
  amount: string;
  available: string | null;
};
export type OrderWarning = {
  code: string;
  message: string;
  line?: number | null;
};
export type OrderCheck = {
  currency: string;
  total: string;
  lines: CheckedLine[];
  warnings: OrderWarning[];
};
export type OrderCheckInput = {
  agreement: number;
  lines: OrderLineInput[];
};
export type Seo = {
  title: string;
  description: string;
  canonical: string;
};
export type Translation = {
  locale: string;
  path: string;
};
export type Image = {
  src: string;
  alt: string;
  width: number;
  height: number;
  srcset?: string;
};
export type Block = {
  type: string;
  id: string;
  value?: any;
};
export type ContentPage = {
  type: string;
  title: string;
  locale: string;
  seo: Seo;
  translations: Translation[];
  date?: string | null;
  intro?: string;
  image?: Image | null;
  body: Block[];
};
export type NewsItem = {
  title: string;
  path: string;
  date: string | null;
  intro: string;
  image: Image | null;
};
export type NewsPage = {
  count: number;
  page: number;
  page_size: number;
  results: NewsItem[];
};
export type MenuLink = {
  title: string;
  path: string;
};
export const {
  useSessionRetrieveQuery,
  useLazySessionRetrieveQuery,
  useSessionPartialUpdateMutation,
  usePartnersAgreementsListQuery,
  useLazyPartnersAgreementsListQuery,
  useCatalogProductsListQuery,
  useLazyCatalogProductsListQuery,
  useCatalogProductsRetrieveQuery,
  useLazyCatalogProductsRetrieveQuery,
  useCatalogFacetsRetrieveQuery,
  useLazyCatalogFacetsRetrieveQuery,
  useOrderingOrdersListQuery,
  useLazyOrderingOrdersListQuery,
  useOrderingOrdersCreateMutation,
  useOrderingOrdersRetrieveQuery,
  useLazyOrderingOrdersRetrieveQuery,
  useOrderingOrdersCheckCreateMutation,
  useOrderingOrdersResendCreateMutation,
  useContentPageRetrieveQuery,
  useLazyContentPageRetrieveQuery,
  useContentNewsListQuery,
  useLazyContentNewsListQuery,
  useContentMenuListQuery,
  useLazyContentMenuListQuery,
} = injectedRtkApi;
