export { usualPages, type Bar, type Cell, type Column, type Part, type Picture, type Row } from "./model.ts";
export { Painter, type Painted, type Printed } from "./painter.ts";
export type { Field, Paper, PaperPart } from "./paper/model.ts";
export { changePicture, pagesOf, wantPicture } from "./service.ts";
export { createDrawing, picturesAtOnce, type DrawingPorts } from "./worker.ts";
