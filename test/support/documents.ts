import JSZip from 'jszip';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';

/** A name that stands in every hidden corner of the documents below. */
export const planted = 'ZHANGSANPLANTED';

const gps = { GPSLatitudeRef: 'N', GPSLatitude: '28/1 12/1 0/1', GPSMapDatum: planted };

/** A picture with an artist and a place written beside it. */
export const jpgFile = (size = 40): Promise<Buffer> =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Artist: planted, Make: planted }, IFD3: gps })
    .jpeg()
    .toBuffer();

export const pngFile = (): Promise<Buffer> =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#3a3' } })
    .withExif({ IFD0: { Artist: planted } })
    .png()
    .toBuffer();

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: number, type: string, target: string, mode = ''): string =>
  `<Relationship Id="rId${id}" Type="${relationships}/${type}" Target="${target}"${mode}/>`;
const relations = (inside: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const override = (name: string, type: string): string =>
  `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>
${override('word/document.xml', 'wordprocessingml.document.main')}${override('word/comments.xml', 'wordprocessingml.comments')}</Types>`;

/** What is read of the document below. */
export const docxText = '支部建在年级组，党员先锋在课堂。';

const documentXml = `<?xml version="1.0"?><w:document ${w} xmlns:r="${relationships}"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>
<w:p w:rsidR="00A1${planted}"><w:commentRangeStart w:id="0"/><w:r><w:t>支部建在年级组，</w:t></w:r><w:commentRangeEnd w:id="0"/>
<w:del w:id="1" w:author="${planted}" w:date="2020-01-01T00:00:00Z"><w:r><w:delText>${planted}</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="${planted}"><w:hyperlink r:id="rId3"><w:r><w:t>党员先锋在课堂。</w:t></w:r></w:hyperlink></w:ins>
<w:r><w:drawing><wp:inline><wp:docPr id="1" name="${planted}.jpg" descr="C:\\Users\\${planted}\\1.jpg"/></wp:inline></w:drawing></w:r></w:p>
</w:body></w:document>`;

/** The parts of a Word document with its maker's name everywhere but in the text. */
export async function docxParts(): Promise<Record<string, string | Buffer>> {
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/document.xml': documentXml,
    'word/_rels/document.xml.rels': relations(
      relation(1, 'comments', 'comments.xml') +
        relation(2, 'image', 'media/image1.jpg') +
        relation(3, 'hyperlink', `mailto:${planted}@example.org`, ' TargetMode="External"') +
        relation(4, 'customXml', '../customXml/item1.xml'),
    ),
    'word/comments.xml': `<w:comments ${w}><w:comment w:id="0" w:author="${planted}"><w:p/></w:comment></w:comments>`,
    'word/people.xml': `<w15:people xmlns:w15="x"><w15:person w15:author="${planted}"/></w15:people>`,
    'word/settings.xml': `<w:settings ${w}><w:rsids><w:rsid w:val="${planted}"/></w:rsids><w:docVars><w:docVar w:name="KSO" w:val="${planted}"/></w:docVars></w:settings>`,
    'word/media/image1.jpg': await jpgFile(),
    'customXml/item1.xml': `<a>${planted}</a>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${planted}</dc:creator></cp:coreProperties>`,
    'docProps/app.xml': `<Properties><Company>${planted}</Company></Properties>`,
    'docProps/custom.xml': `<Properties><property name="KSOTemplateDocerSaveRecord">${planted}</property></Properties>`,
  };
}

/** Packs parts into an archive; further parts come in addition or in place of the usual ones. */
export async function docxFile(more: Record<string, string | Buffer> = {}): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries({ ...(await docxParts()), ...more }))
    zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A PDF of one page whose maker stands in its information, its metadata, its picture and its notes. */
export async function pdfFile(change?: (pdf: PDFDocument) => void): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor(planted);
  pdf.setTitle(planted);
  const page = pdf.addPage([200, 200]);
  page.drawImage(await pdf.embedJpg(await jpgFile()), { x: 10, y: 10 });
  const { context } = pdf;
  const metadata = context.register(context.stream(`<x:xmpmeta>${planted}</x:xmpmeta>`));
  pdf.catalog.set(PDFName.of('Metadata'), metadata);
  page.node.set(PDFName.of('Metadata'), metadata);
  const note = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    T: PDFString.of(planted),
    Contents: PDFString.of(planted),
  });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]));
  change?.(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A picture of noise, which no packing makes small: some 9 MB. */
export const bigPicture = (): Promise<Buffer> =>
  sharp({
    create: {
      ...{ width: 1750, height: 1750, channels: 3, background: 'white' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
