/**
 * The words that a picture needs; the page's catalogue gives them, so that they can be translated.
 */
export interface Words {
  bytes(count: number): string;
  sharedBy(names: readonly string[]): string;
  onlyFor(name: string): string;
  standing(images: number, containers: number): string;
  counts(images: number, containers: number): string;
  loose(bytes: number): string;
  scratch(): string;
  bareGround(): { readonly strong: string; readonly rest: string };
  oneLayerOf(): string;
  layerTitle(options: {
    readonly instruction: string;
    readonly bytes: number;
    readonly depth: number;
    readonly of: number;
    readonly images: readonly string[];
    readonly containers: number;
    readonly seams: readonly string[];
  }): string;
  containerTitle(options: {
    readonly name: string;
    readonly state: string;
    readonly bytes: number;
    readonly hidden: readonly string[];
  }): string;
  imageTitle(tags: readonly string[], id: string): string;
  manyContainers(count: number): string;
  seams(count: number): string;
  /** Title and explanation of the first picture's four parts. */
  part(which: 'name' | 'thin' | 'layer' | 'shared'): { readonly title: string; readonly text: string };
}
