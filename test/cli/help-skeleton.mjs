/**
 * What of a help text is Docker's form and not its prose: usage, aliases, headings, names of commands,
 * flags with their kinds and defaults, the column in which descriptions begin, the closing lines.
 */
export function skeletonOf(text) {
  const blocks = text.trimEnd().split(/\n\n+/);
  const skeleton = { usage: blocks[0], sections: {}, closing: [] };
  for (const block of blocks.slice(1)) {
    const [head, ...lines] = block.split('\n');
    if (!/^[A-Z][A-Za-z ]*:$/.test(head) || lines.length === 0) {
      if (/^Run '|^Experimental/.test(head)) skeleton.closing.push(head);
      continue;
    }
    const title = head.slice(0, -1);
    if (title === 'Aliases') skeleton.sections[title] = lines.map((line) => line.trim());
    else if (title.endsWith('Options')) skeleton.sections[title] = flagsIn(lines);
    else skeleton.sections[title] = lines.map((line) => line.trim().split(/\s+/)[0].replace(/\*$/, ''));
  }
  return skeleton;
}

function flagsIn(lines) {
  const flags = [];
  for (const line of lines) {
    const head = /^ {2}(?:-\w, | {4})--[\w-]+(?: \S+)? {3,}/.exec(line)?.[0];
    if (head === undefined) flags.at(-1).text += ` ${line.trim()}`;
    else flags.push({ head: head.trim(), column: head.length, text: line.slice(head.length) });
  }
  // Docker pads heads to the longest, at least three apart: the column is one for all.
  return {
    column: Math.min(...flags.map(({ column }) => column)),
    flags: flags.map(
      ({ head, text }) =>
        head + (/\(default ("[^"]*"|\S+)\)$/.exec(text.trimEnd())?.[0].replace(/^/, ' ') ?? ''),
    ),
  };
}

/** Commands whose help is recorded, as typed after `docker`. */
export const helpPaths = `
 |attach|build|builder|builder build|builder prune|buildx|buildx build|buildx ls|buildx prune|buildx version
 commit|container|container attach|container commit|container cp|container create|container diff|container exec
 container export|container inspect|container kill|container logs|container ls|container pause|container port
 container prune|container rename|container restart|container rm|container run|container start|container stats
 container stop|container top|container unpause|container update|container wait|cp|create|diff|events|exec|export
 history|image|image build|image history|image import|image inspect|image load|image ls|image prune|image pull
 image push|image rm|image save|image tag|images|import|info|inspect|kill|load|logs|network|network connect
 network create|network disconnect|network inspect|network ls|network prune|network rm|pause|port|ps|pull|push
 rename|restart|rm|rmi|run|save|start|stats|stop|system|system df|system events|system info|system prune|tag|top
 login|logout|manifest|manifest inspect|search|unpause|update|version|volume|volume create|volume inspect|volume ls|volume prune|volume rm|wait
`
  .split(/[|\n]/)
  .map((path) => path.trim())
  .filter((path, index, all) => all.indexOf(path) === index);
