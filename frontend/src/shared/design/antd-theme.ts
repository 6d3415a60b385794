import { theme, type ThemeConfig } from "antd";

import { dark, light, scale } from "@/shared/design/tokens";

const RADIUS = Number.parseInt(scale.radiusMd, 10);

/** antd drawn with the portal's own tokens, so that both halves of a screen look like one product. */
export function antdTheme(mode: "light" | "dark"): ThemeConfig {
  const palette = mode === "dark" ? dark : light;
  return {
    algorithm: mode === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accentText,
      colorLinkHover: palette.accentText,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorError: palette.danger,
      colorInfo: palette.info,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.canvas,
      colorText: palette.ink,
      colorTextSecondary: palette.muted,
      colorTextTertiary: palette.muted,
      colorTextDescription: palette.muted,
      colorTextPlaceholder: palette.muted,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      fontFamily: scale.fontText,
      fontSize: 15,
      borderRadius: RADIUS,
      borderRadiusLG: RADIUS,
      controlHeight: 40,
      controlOutline: palette.focus,
      controlOutlineWidth: 2,
      wireframe: false,
    },
    components: {
      Button: { primaryColor: palette.onAccent, fontWeight: 600, primaryShadow: "none", defaultShadow: "none" },
      Steps: { colorPrimary: palette.accentText },
      Input: { activeBorderColor: palette.focus },
      DatePicker: { activeBorderColor: palette.focus },
      Select: {
        activeBorderColor: palette.focus,
        activeOutlineColor: palette.focus,
        optionSelectedBg: palette.accentSoft,
        optionSelectedColor: palette.ink,
      },
      Pagination: { itemActiveColor: palette.accentText, itemActiveColorHover: palette.accentText },
      Modal: { titleFontSize: 18 },
    },
  };
}
