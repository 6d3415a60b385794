import antd from "antd/locale/kk_KZ";
import dayjs from "dayjs";
import "dayjs/locale/kk";

export const words = antd;

export const speak = () => dayjs.locale("kk");
