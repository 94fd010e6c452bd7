import type { Text } from "../language/index.ts";

export const say = {
  page: (page: number, of: number): Text => ({ zh: `第 ${page}/${of} 张`, en: `${page} of ${of}` }),
  paperPage: (page: number, of: number): Text => ({
    zh: `第 ${page} 页，共 ${of} 页`,
    en: `page ${page} of ${of}`,
  }),
  leftOut: (rows: number): Text => ({
    zh: `图上放不下，还有 ${rows} 行没有画。`,
    en: `There is no room for ${rows} more lines.`,
  }),
};
