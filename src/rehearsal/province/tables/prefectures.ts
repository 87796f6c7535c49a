/** The fourteen prefectures in administrative code order, with their places per category (domain §1.3). */
export const prefectures = [
  { code: '430100', name: '长沙市', shortName: '长沙', places: 5 },
  { code: '430200', name: '株洲市', shortName: '株洲', places: 2 },
  { code: '430300', name: '湘潭市', shortName: '湘潭', places: 2 },
  { code: '430400', name: '衡阳市', shortName: '衡阳', places: 4 },
  { code: '430500', name: '邵阳市', shortName: '邵阳', places: 4 },
  { code: '430600', name: '岳阳市', shortName: '岳阳', places: 3 },
  { code: '430700', name: '常德市', shortName: '常德', places: 3 },
  { code: '430800', name: '张家界市', shortName: '张家界', places: 2 },
  { code: '430900', name: '益阳市', shortName: '益阳', places: 2 },
  { code: '431000', name: '郴州市', shortName: '郴州', places: 3 },
  { code: '431100', name: '永州市', shortName: '永州', places: 3 },
  { code: '431200', name: '怀化市', shortName: '怀化', places: 3 },
  { code: '431300', name: '娄底市', shortName: '娄底', places: 2 },
  { code: '433100', name: '湘西土家族苗族自治州', shortName: '湘西', places: 2 },
] as const;

export const provinceCode = '430000';
export const directCode = '439900';
export const capitalCode = '430100';

/** Where villages have more of the schools. */
export const ruralPrefectures: readonly string[] = ['430500', '430800', '431200', '433100'];
/** Where the Tujia and Miao surnames are common. */
export const westernPrefectures: readonly string[] = ['431200', '433100'];
