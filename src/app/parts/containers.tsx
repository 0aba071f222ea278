/** The containers view: a true list, from the model. */
import type { JSX } from 'preact';
import type { Container, Model } from '../../model/index.ts';
import { say } from '../later-strings.ts';
import { usePageState } from '../page-context.ts';
import { bytes } from '../strings.ts';

export function Containers(): JSX.Element {
  const model = usePageState((state) => state.model);
  if (!model.containers.length) return <p class="empty-line">{say('containers.none')}</p>;
  return (
    <div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say('containers.name')}</th>
            <th scope="col">{say('containers.image')}</th>
            <th scope="col">{say('containers.state')}</th>
            <th scope="col" class="number">
              {say('containers.size')}
            </th>
            <th scope="col" class="number">
              {say('containers.virtual')}
            </th>
          </tr>
        </thead>
        <tbody>
          {model.containers.map((container) => (
            <tr key={container.id}>
              <th scope="row" class="mono">
                <span class={`state-mark ${container.state}`} aria-hidden="true" />
                {container.name}
              </th>
              <td class="mono">{imageName(model, container)}</td>
              <td>
                {container.state === 'exited'
                  ? say('containers.exited', { code: container.exitCode })
                  : say(`state.${container.state}`)}
              </td>
              <td class="mono number">{bytes(container.upperSize)}</td>
              <td class="mono number">{bytes(container.virtualSize)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function imageName(model: Model, container: Container): string {
  const image = model.images.find((one) => one.id === container.image);
  return image?.tags[0]?.replace(/:latest$/, '') ?? container.image.slice(7, 19);
}
