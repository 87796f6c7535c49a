import sharp from 'sharp';

/** Pixels; a larger picture is made to fill the memory. */
const mostPixels = 120_000_000;

/** Whether the bytes are a picture of this form that can be drawn within bounds. */
export async function imageFits(
  bytes: Buffer,
  format: 'jpg' | 'png',
): Promise<'fits' | 'damaged' | 'too-large'> {
  try {
    const {
      width,
      height,
      format: found,
    } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (found !== (format === 'jpg' ? 'jpeg' : 'png')) return 'damaged';
    return width * height > mostPixels ? 'too-large' : 'fits';
  } catch {
    return 'damaged';
  }
}

/** Draws the picture anew, upright, with nothing beside it. @throws when it cannot be drawn */
export function plainImage(bytes: Buffer, format: 'jpg' | 'png'): Promise<Buffer> {
  const upright = sharp(bytes, { limitInputPixels: mostPixels }).autoOrient();
  return (format === 'jpg' ? upright.jpeg({ quality: 90 }) : upright.png()).toBuffer();
}
