import antd from "antd/locale/ru_RU";
import dayjs from "dayjs";
import "dayjs/locale/ru";

export const words = antd;

export const speak = () => dayjs.locale("ru");
