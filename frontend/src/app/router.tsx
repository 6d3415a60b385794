import { createBrowserRouter, redirect, type LoaderFunctionArgs, type RouteObject } from "react-router";

import { speak } from "@/shared/i18n/catalogue";
import { DEFAULT_LANGUAGE, isLanguage } from "@/shared/i18n/language";

import { loadAntdLocale } from "./cabinet/antd-locale";
import { Crash } from "./crash";
import { PublicLayout } from "./public/public-layout";
import { SitePage } from "./public/site-page";
import { Root } from "./root";

/** An address without a language leads to the default one; a known language is loaded before its page shows. */
async function speakTheAddress({ params, request }: LoaderFunctionArgs) {
  if (!isLanguage(params.lang)) {
    const { pathname, search } = new URL(request.url);
    return redirect(`/${DEFAULT_LANGUAGE}${pathname}${search}`);
  }
  await speak(params.lang);
  return null;
}

const cabinet: RouteObject = {
  path: "cabinet",
  loader: loadAntdLocale,
  lazy: async () => ({ Component: (await import("./cabinet/cabinet-shell")).CabinetShell }),
  children: [
    { index: true, lazy: async () => ({ Component: (await import("./cabinet/cabinet-start")).CabinetStart }) },
    { path: "catalog", lazy: async () => ({ Component: (await import("./cabinet/catalog-route")).CatalogRoute }) },
    { path: "catalog/:id", lazy: async () => ({ Component: (await import("./cabinet/product-route")).ProductRoute }) },
    { path: "order/new", lazy: async () => ({ Component: (await import("./cabinet/new-order-route")).NewOrderRoute }) },
    { path: "orders", lazy: async () => ({ Component: (await import("@/features/ordering/orders-page")).OrdersPage }) },
    { path: "orders/:id", lazy: async () => ({ Component: (await import("./cabinet/order-route")).OrderRoute }) },
    { path: "claims", lazy: async () => ({ Component: (await import("@/features/claims/claims-page")).ClaimsPage }) },
    {
      path: "claims/new",
      lazy: async () => ({ Component: (await import("@/features/claims/new-claim-page")).NewClaimPage }),
    },
    {
      path: "claims/:id",
      lazy: async () => ({ Component: (await import("@/features/claims/claim-page")).ClaimPage }),
    },
    { path: "plans", lazy: async () => ({ Component: (await import("@/features/analytics/plans-page")).PlansPage }) },
    {
      path: "plans/new",
      lazy: async () => ({ Component: (await import("@/features/analytics/new-plan-page")).NewPlanPage }),
    },
    {
      path: "plans/:id",
      lazy: async () => ({ Component: (await import("@/features/analytics/plan-page")).PlanPage }),
    },
    { path: "messages", lazy: async () => ({ Component: (await import("@/features/chat/chat-page")).ChatPage }) },
    {
      path: "notifications",
      lazy: async () => ({
        Component: (await import("@/features/notifications/notifications-page")).NotificationsPage,
      }),
    },
    {
      path: "clients",
      lazy: async () => ({ Component: (await import("@/features/acting/clients-page")).ClientsPage }),
    },
    {
      path: "places",
      lazy: async () => ({ Component: (await import("@/features/partners/proposals/addresses-page")).AddressesPage }),
    },
    {
      path: "places/addresses/new",
      lazy: async () => ({
        Component: (await import("@/features/partners/proposals/new-address-page")).NewAddressPage,
      }),
    },
    {
      path: "places/addresses/:id",
      lazy: async () => ({ Component: (await import("@/features/partners/proposals/address-page")).AddressPage }),
    },
    {
      path: "places/consignees",
      lazy: async () => ({ Component: (await import("@/features/partners/proposals/consignees-page")).ConsigneesPage }),
    },
    {
      path: "places/consignees/new",
      lazy: async () => ({
        Component: (await import("@/features/partners/proposals/new-consignee-page")).NewConsigneePage,
      }),
    },
    {
      path: "places/consignees/:id",
      lazy: async () => ({ Component: (await import("@/features/partners/proposals/consignee-page")).ConsigneePage }),
    },
    {
      path: "terms",
      lazy: async () => ({ Component: (await import("@/features/partners/proposals/terms-page")).TermsPage }),
    },
    {
      path: "contacts/new",
      lazy: async () => ({
        Component: (await import("@/features/partners/proposals/new-contact-page")).NewContactPage,
      }),
    },
    {
      path: "contacts/:id",
      lazy: async () => ({ Component: (await import("@/features/partners/proposals/contact-page")).ContactPage }),
    },
    { path: "staff", lazy: async () => ({ Component: (await import("@/features/staff/staff-page")).StaffPage }) },
    {
      path: "staff/invite",
      lazy: async () => ({ Component: (await import("@/features/staff/invite-page")).InvitePage }),
    },
    { path: "staff/:id", lazy: async () => ({ Component: (await import("@/features/staff/member-page")).MemberPage }) },
    { path: "*", lazy: async () => ({ Component: (await import("./cabinet/no-such-screen")).NoSuchScreen }) },
  ],
};

/** One's own account: in the cabinet's frame, at an address of its own. */
const account: RouteObject = {
  path: "account",
  loader: loadAntdLocale,
  lazy: async () => ({ Component: (await import("./cabinet/cabinet-shell")).CabinetShell }),
  children: [
    {
      path: "security",
      lazy: async () => ({ Component: (await import("@/features/account/security-page")).SecurityPage }),
    },
    { path: "*", lazy: async () => ({ Component: (await import("./cabinet/no-such-screen")).NoSuchScreen }) },
  ],
};

const publicPages: RouteObject = {
  Component: PublicLayout,
  children: [
    { index: true, Component: SitePage },
    {
      path: "sign-in",
      lazy: async () => ({ Component: (await import("@/features/session/sign-in-page")).SignInPage }),
    },
    {
      path: "reset-password",
      lazy: async () => ({ Component: (await import("@/features/session/reset-request-page")).ResetRequestPage }),
    },
    {
      path: "reset-password/:key",
      lazy: async () => ({ Component: (await import("@/features/session/reset-confirm-page")).ResetConfirmPage }),
    },
    { path: "search", lazy: async () => ({ Component: (await import("@/features/search/search-page")).SearchPage }) },
    {
      path: "apply",
      lazy: async () => ({ Component: (await import("@/features/apply/apply-page")).ApplyPage }),
    },
    {
      path: "invitation/:token",
      lazy: async () => ({ Component: (await import("@/features/session/invitation-page")).InvitationPage }),
    },
    {
      path: "draft/:token",
      lazy: async () => ({ Component: (await import("@/features/content/withdrawn-draft")).WithdrawnDraft }),
    },
    {
      path: "style",
      loader: loadAntdLocale,
      lazy: async () => ({ Component: (await import("./style/style-page")).StylePage }),
    },
    { path: "*", Component: SitePage },
  ],
};

export const routes: RouteObject[] = [
  { path: "/", loader: () => redirect(`/${DEFAULT_LANGUAGE}/`), ErrorBoundary: Crash },
  {
    path: "/:lang",
    loader: speakTheAddress,
    Component: Root,
    ErrorBoundary: Crash,
    children: [cabinet, account, publicPages],
  },
];

export function createPortalRouter() {
  return createBrowserRouter(routes);
}

export type PortalRouter = ReturnType<typeof createPortalRouter>;
