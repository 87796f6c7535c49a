import sharp from 'sharp';
import { seededRandom, type SeededRandom } from '../../platform/pure/seeded-random.js';
import type { Entry } from '../province/shapes.js';

export const photoWidth = 1200;
export const photoHeight = 800;

/** Somewhere in the province, as a telephone would note it. */
const position = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '28/1 13/1 4200/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '112/1 56/1 1800/100',
};

const colour = (hue: number, lightness: number): string => `hsl(${hue} 45% ${lightness}%)`;

/** A head and shoulders somewhere on the playground. */
function pupil(random: SeededRandom): string {
  const x = random.below(photoWidth);
  const y = 610 + random.below(170);
  const coat = colour(random.below(360), 35 + random.below(35));
  return (
    `<ellipse cx="${x}" cy="${y + 34}" rx="20" ry="26" fill="${coat}"/>` +
    `<circle cx="${x}" cy="${y}" r="13" fill="${colour(25, 45 + random.below(35))}"/>`
  );
}

const window = (random: SeededRandom, index: number): string =>
  `<rect x="${325 + (index % 8) * 70}" y="${290 + Math.floor(index / 8) * 90}"` +
  ` width="42" height="56" fill="${colour(200, 60 + random.below(30))}"/>`;

const tree = (random: SeededRandom): string =>
  `<circle cx="${random.below(photoWidth)}" cy="${540 + random.below(30)}"` +
  ` r="${25 + random.below(45)}" fill="${colour(100 + random.below(40), 25 + random.below(25))}"/>`;

const several = (number: number, draw: (index: number) => string): string =>
  Array.from({ length: number }, (_, index) => draw(index)).join('');

/** A school behind trees and its pupils: no text, so no font is needed. */
function scene(random: SeededRandom): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${photoWidth}" height="${photoHeight}">` +
    `<defs><linearGradient id="sky" x2="0" y2="1">` +
    `<stop stop-color="${colour(190 + random.below(30), 60)}"/><stop offset="1" stop-color="#fff"/>` +
    `</linearGradient></defs><rect width="100%" height="100%" fill="url(#sky)"/>` +
    `<rect x="300" y="250" width="600" height="330" fill="${colour(random.below(60), 70)}"/>` +
    several(24, (index) => window(random, index)) +
    several(22, () => tree(random)) +
    `<rect y="570" width="100%" height="230" fill="${colour(20 + random.below(100), 60)}"/>` +
    `${several(150, () => pupil(random))}</svg>`
  );
}

/**
 * One of an entry's photos (`index` 0 or 1): a real JPEG of 1200 by 800. The photos of a few entries
 * carry a GPS position in their EXIF, on purpose.
 */
export function photoJpeg(entry: Entry, index: number): Promise<Buffer> {
  const random = seededRandom(`photo/${entry.key}/${index}`);
  const exif = {
    IFD0: { Make: 'Rehearsal' },
    ...(entry.photosWithPosition && { IFD3: position }),
  };
  return sharp(Buffer.from(scene(random)))
    .withExif(exif)
    .jpeg({ quality: 80 })
    .toBuffer();
}
