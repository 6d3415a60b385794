/** The portal's own icons: 24-unit grid, 1.75 stroke, drawn in the colour of the text. */
const PATHS = {
  catalog: "M4 5.5h6v6H4zM14 5.5h6v6h-6zM4 15.5h6v3H4zM14 15.5h6v3h-6z",
  orders: "M6 3.5h9l4 4v13H6zM14.5 3.5v4.5H19M9 12.5h7M9 16.5h5",
  order: "M4 5h2.200l2 10.5h9.600L20 8H7M9.5 20h.01M16.5 20h.01",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
  globe:
    "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c2.5 2.400 3.700 5.200 3.700 8.5s-1.200 6.100-3.700 8.5c-2.5-2.400-3.700-5.200-3.700-8.5s1.200-6.100 3.700-8.5Z",
  team: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.6-3.200 3-5 6.5-5s5.900 1.800 6.5 5M16 11.5a3 3 0 1 0-1-5.800M17 14.700c2.600.3 4.100 1.900 4.5 4.800",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.600 3.700-5.5 7.5-5.5s6.700 1.900 7.5 5.5",
  users:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 19.500c.6-3.200 3.200-5 6.500-5s5.900 1.800 6.500 5M15.500 4.800a3.500 3.500 0 0 1 0 6.400M18 15c1.900.7 3.100 2.300 3.500 4.500",
  arrow: "M4 12h16M14 6l6 6-6 6",
  back: "M20 12H4M10 6l-6 6 6 6",
  chevron: "M7 10l5 5 5-5",
  plus: "M12 5v14M5 12h14",
  trash: "M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.400L17 7M10 11v5M14 11v5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2",
  alert: "M12 4 3 19.5h18ZM12 10v4.5M12 17h.01",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5M12 8h.01",
  offline:
    "M4 4l16 16M8.5 15.5a5 5 0 0 1 5.600-1M5.300 12.300a9.5 9.5 0 0 1 4.200-2.400M14.5 10a9.5 9.5 0 0 1 4.200 2.300M12 19.5h.01",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14",
  refresh: "M19.5 12a7.5 7.5 0 1 1-2.200-5.300L19.5 9M19.5 4v5h-5",
  home: "M4 11l8-7 8 7M6.5 9.5V20h11V9.5",
  box: "M12 3.5 20 8v8.5l-8 4-8-4V8ZM4 8l8 4 8-4M12 12v8.5",
  quote:
    "M10 7c-3 .8-4.5 3-4.5 6v4H10v-4.5H7.5C7.700 10.5 8.5 9.300 10 8.700ZM18.5 7c-3 .8-4.5 3-4.5 6v4h4.5v-4.5H16c.2-2 1-3.200 2.5-3.800Z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  copy: "M9 9h10v11H9zM5.5 15.5H5V4.500h9.500V5",
  claims: "M5 4.500h14v11H11l-4.500 4v-4H5zM12 7.500v3.500M12 13h.01",
  chat: "M4 5h16v11H10l-4.500 4v-4H4zM8 9h8M8 12h5",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15ZM10 20.500h4M12 3v2",
  plan: "M4.500 5.500h15v14h-15zM4.500 9.500h15M8.500 3.500v4M15.500 3.500v4M8 16.500v-3M12 16.500v-4.500M16 16.500v-2",
  send: "M4 12 20 4.500 15.500 20 11.500 13ZM11.500 13 20 4.500",
  out: "M10 4.5H5.5v15H10M14 8l4 4-4 4M18 12H9.5",
} as const;

export type IconName = keyof typeof PATHS;

export const ICON_NAMES = Object.keys(PATHS) as IconName[];

export function isIconName(name: string): name is IconName {
  return name in PATHS;
}

/** Decoration beside a text that says the same: hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
