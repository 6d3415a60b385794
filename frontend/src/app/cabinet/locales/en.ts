import antd from "antd/locale/en_GB";
import dayjs from "dayjs";
import "dayjs/locale/en-gb";

export const words = antd;

export const speak = () => dayjs.locale("en-gb");
