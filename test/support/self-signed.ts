import { generateKeyPairSync, sign } from "node:crypto";

/** One value in DER (ITU-T X.690): its tag, its length, its bytes. */
function der(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const { length } = body;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const [INTEGER, BITS, OCTETS, OBJECT, TEXT, TIME, SEQUENCE, SET] = [
  0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31,
];
/** The tags of RFC 5280 for the version, the extensions and a name of a host. */
const [VERSION, EXTENSIONS, HOST] = [0xa0, 0xa3, 0x82];

const object = (hex: string): Buffer => der(OBJECT, Buffer.from(hex, "hex"));
/** 1.2.840.10045.4.3.2, 2.5.4.3 and 2.5.29.17. */
const [ECDSA_WITH_SHA256, COMMON_NAME, ALTERNATIVE_NAME] = [
  object("2a8648ce3d040302"),
  object("550403"),
  object("551d11"),
];

/** A key and a certificate of a host that it signed itself (RFC 5280), in PEM. */
export function selfSigned(host: string): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(TEXT, host))));
  const alternative = der(SEQUENCE, ALTERNATIVE_NAME, der(OCTETS, der(SEQUENCE, der(HOST, host))));
  const body = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    algorithm,
    name,
    der(SEQUENCE, der(TIME, "200101000000Z"), der(TIME, "490101000000Z")),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(EXTENSIONS, der(SEQUENCE, alternative)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]);
  const whole = der(SEQUENCE, body, algorithm, der(BITS, signature)).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole}\n-----END CERTIFICATE-----\n`,
  };
}
