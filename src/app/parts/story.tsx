/** What is told about the chosen layer, container or image: size, sharers, identity, how it goes away. */
import type { ComponentChildren, JSX } from 'preact';
import type { Container, Image, Layer, Model } from '../../model/index.ts';
import { type Key, say } from '../later-strings.ts';
import { usePage, usePageState } from '../page-context.ts';
import { bytes } from '../strings.ts';
import { Command } from './command.tsx';
import { Icon } from './icons.tsx';
import { Swatch } from './swatch.tsx';

export function Story({ id }: { id: string }): JSX.Element | null {
  const page = usePage();
  const model = usePageState((state) => state.model);
  const told = tellLayer(model, id) ?? tellContainer(model, id) ?? tellImage(model, id);
  if (!told) return null;
  const close = (byKey: boolean): void => {
    // The focus goes back to the part that was told about, and not to nowhere.
    if (byKey) document.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
    page.store.setState({ selected: undefined });
  };
  return (
    <aside
      class="story"
      aria-label={say('story.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(true);
      }}
    >
      <button
        type="button"
        class="icon-button story-close"
        aria-label={say('story.close')}
        title={say('story.close')}
        onClick={(event) => close(event.detail === 0)}
      >
        <Icon name="close" />
      </button>
      {told}
    </aside>
  );
}

function tellLayer(model: Model, id: string): JSX.Element | undefined {
  const chainId = id.startsWith('seam:') ? id.slice(5, id.lastIndexOf(':')) : id;
  const layer = model.layers.get(chainId as Layer['chainId']);
  if (!layer) return undefined;
  const below = layer.parent && model.layers.get(layer.parent);
  const images = layer.sharers.images.filter((image) => !image.hidden);
  const { containers } = layer.sharers;
  return (
    <>
      <p class="story-kind">
        <Swatch origin={layer.origin} />
        {say('story.layer', { depth: layer.depth, of: tallest(layer) })}
      </p>
      <h2 class="mono">
        {layer.instruction.op} <span>{layer.instruction.text}</span>
      </h2>
      <p class="story-text">{say('story.size', { bytes: bytes(layer.size) })}</p>
      <h3>{say('story.usedBy')}</h3>
      {images.length + containers.length ? (
        <ul class="rows">
          {images.map((image) => (
            <ImageRow key={image.id} image={image} />
          ))}
          {containers.length ? <ContainersRow containers={containers} /> : null}
        </ul>
      ) : (
        <p class="story-text">{say('story.nobody')}</p>
      )}
      {layer.seams.length ? (
        <>
          <h3>{say('story.seams')}</h3>
          <ul class="rows mono">
            {layer.seams.map((seam) => (
              <li key={`${seam.op} ${seam.text}`}>
                {seam.op} {seam.text}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{say('story.identity')}</h3>
      <dl>
        <Fact name={say('story.diffId')}>{shortDigest(layer.diffId)}</Fact>
        <Fact name={say('story.chainId')}>{shortDigest(layer.chainId)}</Fact>
        <Fact name={say('story.standsOn')}>
          {below ? `${below.instruction.op} ${below.instruction.text}` : say('story.ground')}
        </Fact>
        {layer.twins.length ? (
          <Fact name={say('story.twins')}>{say('story.twinsText', { n: layer.twins.length })}</Fact>
        ) : null}
      </dl>
      <Goes images={images} containers={containers} />
    </>
  );
}

function Goes({
  images,
  containers,
}: {
  images: readonly Image[];
  containers: readonly Container[];
}): JSX.Element {
  const tags = images.flatMap((image) => (image.tags.length ? image.tags : [image.id.slice(7, 19)]));
  const short = tags.slice(0, 4).map((tag) => tag.replace(/:latest$/, ''));
  const names = containers.slice(0, 4).map((container) => container.name);
  return (
    <>
      <h3>{say('story.goes')}</h3>
      {names.length ? <Command command={`docker rm -f ${names.join(' ')}`} /> : null}
      {short.length ? <Command command={`docker rmi ${short.join(' ')}`} /> : null}
      <Command command="docker builder prune -af" />
    </>
  );
}

function tellContainer(model: Model, id: string): JSX.Element | undefined {
  const container = model.containers.find((one) => `container:${one.id}` === id);
  if (!container) return undefined;
  const state = say(`state.${container.state}` as Key);
  return (
    <>
      <p class="story-kind">
        <Swatch origin="container" />
        {state}
      </p>
      <h2>{say('story.thin', { name: container.name })}</h2>
      <p class="story-text">
        {say('story.virtual', { own: bytes(container.upperSize), virtual: bytes(container.virtualSize) })}
      </p>
      <h3>{say('story.changes')}</h3>
      {container.upper.length ? (
        <ul class="rows">
          {container.upper.map((change) => (
            <li key={change.path}>
              <span class="mono">{change.path}</span>
              <span class="aside">
                {change.kind === 'D'
                  ? say('story.hidden')
                  : `${say(change.kind === 'A' ? 'story.added' : 'story.changed')}, ${bytes(change.size)}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="story-text">{say('story.noChanges')}</p>
      )}
      <h3>{say('story.goes')}</h3>
      <Command command={`docker rm -f ${container.name}`} />
    </>
  );
}

function tellImage(model: Model, id: string): JSX.Element | undefined {
  const name = id.replace(/^(flag|pole):/, '');
  const image = model.images.find((one) => one.tags.includes(name) || one.id === name);
  if (!image) return undefined;
  return (
    <>
      <p class="story-kind">
        <Icon name="flag" />
        {say('story.image')}
      </p>
      <h2 class="mono">{image.tags[0] ?? image.id.slice(7, 19)}</h2>
      <p class="story-text">{say('story.size', { bytes: bytes(image.size) })}</p>
      <h3>{say('story.names')}</h3>
      <ul class="rows">
        <ImageRow image={image} />
      </ul>
      <h3>{say('story.goes')}</h3>
      <Command
        command={`docker rmi ${(image.tags.length ? image.tags : [image.id.slice(7, 19)]).join(' ')}`}
      />
    </>
  );
}

function ImageRow({ image }: { image: Image }): JSX.Element {
  return (
    <li>
      <Icon name="flag" />
      <span class="mono">{image.tags.length ? image.tags.join(', ') : image.id.slice(7, 19)}</span>
      <span class="aside">
        {image.tags.length > 1 ? say('story.sameImage', { n: image.tags.length }) : say('story.image')}
      </span>
    </li>
  );
}

function ContainersRow({ containers }: { containers: readonly Container[] }): JSX.Element {
  const running = containers.filter((container) => container.state === 'running').length;
  return (
    <li>
      <Swatch origin="container" />
      <span class="mono">{containers.map((container) => container.name).join(', ')}</span>
      <span class="aside">
        {running === containers.length ? say('state.running') : `${running} ${say('state.running')}`}
      </span>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd class="mono">{children}</dd>
    </>
  );
}

function shortDigest(digest: string): string {
  return `${digest.slice(0, 19)}…`;
}

function tallest(layer: Layer): number {
  return Math.max(layer.depth, ...layer.children.map(tallest));
}
