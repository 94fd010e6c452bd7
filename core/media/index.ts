export { atOnce, createFetcher, type Fetcher, type FetcherPorts } from "./fetcher.ts";
export { KeptFiles, type KeptFile } from "./keptFiles.ts";
export { largestFile, largestOf, type MediaKind, type Reason } from "./model.ts";
export { bringFile, fateOfFile, inWords, keptName, type Brought } from "./showing.ts";
export { sniff, sniffDocument, type FileType } from "./sniff.ts";
export {
  countWanted,
  expireFiles,
  forgetFiles,
  ownChannel,
  ownFile,
  wantFile,
  type Origin,
  type Wanted,
} from "./store.ts";
export { fileOf, refusalOf, take } from "./taking.ts";
