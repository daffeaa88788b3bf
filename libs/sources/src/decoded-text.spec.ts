import iconv from 'iconv-lite';
import { decodedText } from './decoded-text.js';

const text = '<?xml version="1.0"?><a>Été à l’œuvre</a>';
const declared = (encoding: string): string => text.replace('?>', ` encoding="${encoding}"?>`);

describe('the text of a document', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('is told by its mark: %s', (encoding) => {
    const body = iconv.encode(text, encoding, { addBOM: true });
    expect(decodedText(body, 'text/xml; charset=windows-1252').replace(/^\uFEFF/, '')).toBe(text);
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'is told by how its first character stands: %s',
    (encoding) => {
      expect(decodedText(iconv.encode(text, encoding), '')).toBe(text);
    },
  );

  it.each([
    ['windows-1252', 'windows-1252'],
    ['"windows-1252"', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['utf-8', 'utf-8'],
  ])('is what HTTP says: %s', (said, encoding) => {
    expect(decodedText(iconv.encode(text, encoding), `text/xml; charset=${said}`)).toBe(text);
  });

  it('is what the XML declaration says, where HTTP says nothing', () => {
    expect(decodedText(iconv.encode(declared('koi8-r').replace('Été à l’œuvre', 'Сход'), 'koi8-r'), 'text/xml')).toBe(
      declared('koi8-r').replace('Été à l’œuvre', 'Сход'),
    );
    expect(decodedText(iconv.encode(declared('iso-8859-1'), 'windows-1252'), '')).toBe(declared('iso-8859-1'));
  });

  it.each(['nonsense', 'utf-16', 'utf-32', ''])(
    'is found all the same where the encoding it claims is %j',
    (claimed) => {
      expect(decodedText(Buffer.from(text), `text/xml; charset=${claimed}`)).toBe(text);
      expect(decodedText(Buffer.from(declared(claimed)), '')).toBe(declared(claimed));
    },
  );

  it('is windows-1252 where it is said to be UTF-8 and is not', () => {
    expect(decodedText(iconv.encode(declared('utf-8'), 'windows-1252'), 'text/xml; charset=utf-8')).toBe(
      declared('utf-8'),
    );
  });

  it.each(['iso-8859-1', 'windows-1252', 'windows-1251', 'koi8-r', 'iso-8859-15'])(
    'is UTF-8 where it is, though all files of the server are said to be %s',
    (encoding) => {
      expect(decodedText(Buffer.from(text), `text/xml; charset=${encoding}`)).toBe(text);
      expect(decodedText(Buffer.from(declared(encoding)), '')).toBe(declared(encoding));
    },
  );

  it('is what it is said to be in the scripts in which that can be UTF-8 by chance', () => {
    expect(decodedText(iconv.encode('联通', 'gbk'), 'text/xml; charset=gbk')).toBe('联通');
  });

  it('has the letters of windows-1252 that were pasted into its UTF-8', () => {
    const body = Buffer.concat([Buffer.from('Été à l’œuvre, '), iconv.encode('café, ça et là', 'windows-1252')]);
    expect(decodedText(body, 'text/xml; charset=utf-8')).toBe('Été à l’œuvre, café, ça et là');
  });

  it('is windows-1252 where only chance made one character of UTF-8 of it', () => {
    const body = Buffer.concat([Buffer.from('é'), iconv.encode('été, déjà, café', 'windows-1252')]);
    expect(decodedText(body, 'text/xml; charset=utf-8')).toBe('Ã©été, déjà, café');
  });

  it('shows no letters of windows-1252 where characters of another script were cut', () => {
    const body = Buffer.concat([Buffer.from('日本国際'), Buffer.from([0xe5]), Buffer.from('??覧会')]);
    expect(decodedText(body, 'text/calendar; charset=utf-8')).toBe('日本国際\ufffd??覧会');
  });

  it('stays UTF-8 where one character of many was cut', () => {
    const body = Buffer.concat([Buffer.from('Été à l’œuvre, coup'), Buffer.from([0xc3]), Buffer.from(' ici')]);
    expect(decodedText(body, '')).toBe('Été à l’œuvre, coup\ufffd ici');
  });

  it('stays UTF-8 where somebody else had lost a character', () => {
    expect(decodedText(Buffer.from('été \ufffd'), '')).toBe('été \ufffd');
  });

  it('stays UTF-8 where the end cuts a character', () => {
    expect(decodedText(Buffer.from('été').subarray(0, 4), '')).toBe('ét');
  });

  it('has no halves of characters', () => {
    expect(decodedText(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x3c, 0xd8, 0x42, 0x00]), '')).toBe('A\ufffdB');
  });

  it('is nothing where there is nothing', () => {
    expect(decodedText(new Uint8Array(), '')).toBe('');
  });
});
