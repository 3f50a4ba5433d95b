import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { formatColour, mapColours, withColours, type MapColours, type Rgba } from './colours.ts';
import { keptInside, wholePlane, type Camera } from './equal-earth.ts';
import { loadMapLibre } from './maplibre.ts';
import { dotTarget, shapesOf, smallCountries, type Division, type World } from './world.ts';
import {
  dashImage,
  dashesImage,
  hatchImage,
  onlyLayer,
  patternRatio,
  themed,
  zoomStyle,
  type Pattern
} from './zoom-style.ts';

/** How an area is painted; an area that is not given has nobody. */
export interface MapArea {
  /** A CSS colour, `var(--class-3)` too; used by the kinds "value" and "level". */
  readonly fill: string;
  /** The CSS colour of dashes over it, where the value is below 0; null for none. */
  readonly dashes: string | null;
  /** What the map says of the area when it is pointed at: its name and what may be shown of it. */
  readonly label: string;
  /** A class of colour; outlined; land with an outlined dot; hatched; plain land. */
  readonly kind: 'value' | 'level' | 'few' | 'nobody' | 'missing';
}

export type MapAreas = ReadonlyMap<string, MapArea>;

/** What the reader does to the map. */
export interface ZoomMapEvents {
  /** The area under the pointer, or, while keys move the map, in its middle. */
  readonly onpoint: (id: string | null, byKeys: boolean) => void;
  readonly onselect: (id: string) => void;
  /** The map can draw no longer. */
  readonly onlost: () => void;
}

/** A map that can be zoomed, in an element of its own. */
export interface ZoomMap {
  paint(areas: MapAreas): void;
  /** One step nearer (1) or further away (−1). */
  zoom(steps: number): void;
  /** Moves the view by a third of its size: right and down are positive. */
  pan(right: number, down: number): void;
  showAll(): void;
  focus(): void;
  close(): void;
}

const loadSeconds = 20;

/**
 * Opens a map in an empty element that has a size. Nothing is asked of any host but for MapLibre's own files. Rejects
 * when MapLibre cannot be loaded or cannot draw, and when `signal` stops it before the map has loaded.
 */
export async function openZoomMap(
  element: HTMLElement,
  world: World,
  level: Division,
  label: string,
  events: ZoomMapEvents,
  signal: AbortSignal
): Promise<ZoomMap> {
  const maplibre = await loadMapLibre();
  signal.throwIfAborted();
  const { plane } = world;
  const size = () => [element.clientWidth, element.clientHeight] as const;
  const map = new maplibre.Map({
    container: element,
    style: zoomStyle(world, level),
    ...wholePlane(plane, ...size()),
    transformConstrain: ({ lng, lat }, zoom) => {
      const kept = keptInside(plane, ...size(), { center: [lng, lat], zoom });
      return { center: new maplibre.LngLat(...kept.center), zoom: kept.zoom };
    },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': label,
      'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl and scroll to zoom',
      'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ and scroll to zoom',
      'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map'
    },
    maxPitch: 0,
    pitchWithRotate: false,
    renderWorldCopies: false,
    touchPitch: false
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.once('style.load', () => withColours(element, (read) => paintTheme(map, mapColours(read))));
  try {
    await loaded(map, signal);
  } catch (error) {
    map.remove();
    throw error;
  }
  map.on('webglcontextlost', () => events.onlost());
  keepWhole(map, () => wholePlane(plane, ...size()));
  listen(map, events);
  return {
    paint: (areas) => paint(map, world, level, areas),
    zoom: (steps) => void map.zoomTo(map.getZoom() + steps),
    pan: (right, down) => void map.panBy([(right * element.clientWidth) / 3, (down * element.clientHeight) / 3]),
    showAll: () => void map.easeTo(wholePlane(plane, ...size())),
    focus: () => map.getCanvas().focus({ preventScroll: true }),
    close: () => map.remove()
  };
}

function loaded(map: MapLibreMap, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The map did not load in time')), loadSeconds * 1000);
    const settle = (error?: unknown) => {
      clearTimeout(late);
      if (error) reject(error);
      else resolve();
    };
    map.once('load', () => settle());
    map.once('error', ({ error }) => settle(error));
    signal.addEventListener('abort', () => settle(signal.reason), { once: true });
  });
}

/** A map that shows everything goes on doing so when its element changes size. */
function keepWhole(map: MapLibreMap, whole: () => Camera): void {
  let all = true;
  map.on('moveend', () => (all = map.getZoom() < whole().zoom + 0.01));
  map.on('resize', () => {
    if (all) map.jumpTo(whole());
  });
}

function listen(map: MapLibreMap, { onpoint, onselect }: ZoomMapEvents): void {
  let pointed: string | null = null;
  let byKeys = false;
  const point = (id: string | null) => {
    for (const [before, now] of [[pointed, false] as const, [id, true] as const]) {
      if (before === null) continue;
      for (const source of ['shapes', 'dots']) map.setFeatureState({ source, id: before }, { pointed: now });
    }
    pointed = id;
    onpoint(id, byKeys);
  };
  const middle = () => {
    const { clientWidth, clientHeight } = map.getContainer();
    return areaAt(map, { x: clientWidth / 2, y: clientHeight / 2 });
  };
  map.on('mousemove', ({ point: at }) => {
    byKeys = false;
    point(areaAt(map, at));
  });
  map.on('mouseout', () => point(null));
  map.on('click', ({ point: at }) => {
    byKeys = false;
    const id = areaAt(map, at);
    point(id);
    if (id !== null) onselect(id);
  });
  map.on('moveend', () => {
    if (byKeys) point(middle());
  });
  map.getCanvas().addEventListener('keydown', ({ key }) => {
    byKeys = true;
    const id = key === 'Enter' ? middle() : null;
    if (id !== null) onselect(id);
  });
}

/** The nearest dot that can be hit from a place of the picture, else the shape that lies there. */
function areaAt(map: MapLibreMap, { x, y }: { x: number; y: number }): string | null {
  const reach = dotTarget / 2;
  const distances = map
    .queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach]
      ],
      { layers: ['dots'] }
    )
    .flatMap(({ geometry, properties }) => {
      if (geometry.type !== 'Point') return [];
      const at = map.project([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]);
      return [{ id: String(properties.id), distance: Math.hypot(at.x - x, at.y - y) }];
    })
    .filter(({ distance }) => distance <= reach)
    .sort((one, other) => one.distance - other.distance);
  const shape = map.queryRenderedFeatures([x, y], { layers: ['shapes'] })[0];
  return distances[0]?.id ?? (shape ? String(shape.properties.id) : null);
}

/** Paints areas in the colours that the theme has at this moment. */
function paint(map: MapLibreMap, world: World, level: Division, areas: MapAreas): void {
  withColours(map.getContainer(), (read) => {
    const colours = mapColours(read);
    paintTheme(map, colours);
    const small = new Set(level === 'countries' ? smallCountries(world).map(({ id }) => id) : []);
    const hatched: string[] = [];
    const dotted: string[] = [];
    const outlined: string[] = [];
    const dashed = new Map<string, Rgba>();
    for (const { id } of shapesOf(world, level)) {
      const area = areas.get(id);
      const kind = area?.kind ?? 'nobody';
      const filled = kind === 'value' || kind === 'level';
      const fill = area && filled ? read(area.fill) : colours.land;
      map.setFeatureState({ source: 'shapes', id }, { fill: formatColour(fill) });
      map.setFeatureState({ source: 'dots', id }, { fill: formatColour(kind === 'few' ? colours.paper : fill) });
      if (kind === 'nobody') hatched.push(id);
      if (kind === 'few' || (filled && small.has(id))) dotted.push(id);
      if (kind === 'level') outlined.push(id);
      if (area?.dashes) dashed.set(id, read(area.dashes));
    }
    paintDashes(map, dashed, new Set(dotted));
    map.setFilter('outlined', onlyLayer(outlined));
    map.setFilter('hatched', onlyLayer(hatched));
    map.setFilter('dots', onlyLayer(dotted));
  });
}

/** The name of a pattern in some colours. A new one for new colours: MapLibre leaves old ones along an image's edges. */
function imageOf(map: MapLibreMap, kind: string, colours: readonly Rgba[], make: () => Pattern): string {
  const name = [kind, ...colours.map(formatColour)].join(' ');
  if (!map.hasImage(name)) map.addImage(name, make(), { pixelRatio: patternRatio });
  return name;
}

/** Lays dashes over areas in their colours, and one on each of those that are dots. */
function paintDashes(map: MapLibreMap, dashed: ReadonlyMap<string, Rgba>, dots: ReadonlySet<string>): void {
  const images = (ids: readonly string[], kind: string, make: (colour: Rgba) => Pattern): ExpressionSpecification => {
    const pairs = ids.map((id) => {
      const colour = dashed.get(id)!;
      return [id, imageOf(map, kind, [colour], () => make(colour))];
    });
    const [first, ...others] = pairs.flat() as [string, string, ...string[]];
    return ['match', ['get', 'id'], first, ...others, others[0]!] as unknown as ExpressionSpecification;
  };
  const all = [...dashed.keys()];
  const asDots = all.filter((id) => dots.has(id));
  map.setFilter('dashed', onlyLayer(all));
  map.setFilter('dashedDots', onlyLayer(asDots));
  if (all.length > 0) map.setPaintProperty('dashed', 'fill-pattern', images(all, 'dashes', dashesImage));
  if (asDots.length > 0) map.setLayoutProperty('dashedDots', 'icon-image', images(asDots, 'dash', dashImage));
}

function paintTheme(map: MapLibreMap, colours: MapColours): void {
  const hatch = imageOf(map, 'hatch', [colours.land, colours.hatch], () => hatchImage(colours));
  map.setPaintProperty('hatched', 'fill-pattern', hatch);
  for (const [layer, property, colour] of themed) map.setPaintProperty(layer, property, formatColour(colours[colour]));
}
