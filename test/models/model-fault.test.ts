import { expect, it } from "vitest";
import { faultOf } from "../../src/models/model-fault.ts";

const withCode = (code: string): Error => Object.assign(new Error(`It said ${code}`), { code });

it.each(["ECONNREFUSED", "ECONNRESET", "EAI_AGAIN", "ETIMEDOUT", "EPIPE", "HPE_INVALID_CONSTANT"])(
  "%s of the network may pass",
  (code) => expect(faultOf(withCode(code), 0)).toMatchObject({ kind: "transient", status: null }),
);

it.each([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "CERT_HAS_EXPIRED",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "EPROTO",
  "ERR_INVALID_CHAR",
  "ERR_UNESCAPED_CHARACTERS",
])("%s will be the same next time", (code) =>
  expect(faultOf(withCode(code), 0)).toMatchObject({
    kind: "permanent",
    summary: `It said ${code}`,
  }),
);
