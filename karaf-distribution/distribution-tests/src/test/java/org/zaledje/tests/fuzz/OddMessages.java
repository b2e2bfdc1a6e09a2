package org.zaledje.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.zaledje.tests.harness.Zaledje;

/** Makes SOAP messages that are nearly right. */
final class OddMessages {

    private static final int DEPTH_MAX = 5;
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final List<String> ODD_TEXTS = List.of("", " ", "x", "-1", "1e999", "NaN", "INF", "99999999999999999999999999",
            "2026-02-30", "9999-12-31", "-9999-01-01", "+999999999-12-31", "00000000-0000-0000-0000-000000000000", "not-a-uuid",
            "&amp;&lt;", "&#0;", "&#x1F;", "&#xFFFF;", "&odd;", "<![CDATA[x]]>", "<!-- x -->", "<?odd x?>", "<odd/>",
            "<odd xmlns=\"\">1</odd>", "ČŠŽ€😀", "x".repeat(300), "x".repeat(200_000), "true", "GEN", "120000", "0.00000001",
            "99999999999999999.99", "\u0000", "\ud800");

    private final Random random;

    OddMessages(Random random) {
        this.random = random;
    }

    RawHttp.Request of(WsdlOperation operation) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        boolean loginInMessage = chance(25);
        if (!loginInMessage) {
            headers.put("Authorization", Fuzzed.login());
        }
        headers.put("Content-Type", chance(85) ? "text/xml;charset=UTF-8" : one(List.of("text/xml", "application/json",
                "application/soap+xml", "text/xml;charset=odd", "text/xml;charset=utf-16", "", "multipart/related",
                "multipart/related;boundary=x;type=\"text/xml\"", "text/plain", "*/*", "application/x-www-form-urlencoded")));
        if (chance(20)) {
            headers.put("SOAPAction", one(List.of("", "\"\"", "odd", "\"urn:odd\"", "x".repeat(3_000), "\"" + operation.name() + "\"")));
        }
        if (chance(5)) {
            headers.put(one(List.of("Accept", "Content-Encoding", "Accept-Language", "Idempotency-Key", "Expect")),
                    one(List.of("", "*", "gzip", "odd", "xx-odd", "a key")));
        }
        String path = chance(3) ? operation.path() + one(List.of("/odd", "?odd", "/", "//")) : operation.path();
        return new RawHttp.Request(chance(2) ? one(List.of("PUT", "DELETE", "GET")) : "POST", path, headers,
                damaged(envelope(operation, loginInMessage).getBytes(StandardCharsets.UTF_8)));
    }

    private String envelope(WsdlOperation operation, boolean loginInMessage) {
        String doctype = chance(92) ? "" : one(List.of("<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"http://localhost:1/x\">",
                "<!DOCTYPE a [<!ENTITY odd \"x\">]>", bomb(), "<!DOCTYPE a [<!ENTITY odd SYSTEM \"file:///etc/passwd\">]>"));
        String namespace = chance(97) ? operation.namespace() : "urn:odd";
        String name = chance(97) ? operation.name() : one(List.of("odd", "Fault", "a-very-odd." + "x".repeat(2_000)));
        String content = chance(4) ? deep() : elements(operation, operation.schema(), 0);
        String header = loginInMessage ? "<s:Header>" + security() + "</s:Header>" : chance(90) ? "" : "<s:Header>" + one(List.of("", "<odd/>",
                "<o:odd xmlns:o=\"urn:odd\" s:mustUnderstand=\"1\"/>", deep(), "text")) + "</s:Header>";
        String body = "<a:" + name + " xmlns:a=\"" + namespace + "\"" + attributes() + ">" + content + "</a:" + name + ">";
        String twice = chance(3) ? body : "";
        return doctype + "<s:Envelope xmlns:s=\"" + (chance(97) ? SOAP : one(List.of(
                "http://www.w3.org/2003/05/soap-envelope", "urn:odd", ""))) + "\">" + header + "<s:Body>" + body + twice
                + (chance(2) ? "" : "</s:Body></s:Envelope>");
    }

    /** A login by WS-Security; half of them are right. */
    private String security() {
        boolean right = chance(50);
        String token = element(right, "w:Username", "", Zaledje.ADMIN)
                + element(right, "w:Password", chance(50) ? "" : " Type=\"" + WSS + "username-token-profile-1.0#PasswordText\"",
                        Zaledje.PASSWORD)
                + (chance(50) ? "" : element(right, "w:Nonce", "", "bm9uY2U" + random.nextInt(1_000_000))
                        + element(right, "u:Created", "", Instant.now().toString()));
        return "<w:Security s:mustUnderstand=\"1\" xmlns:w=\"" + WSS + "wssecurity-secext-1.0.xsd\" xmlns:u=\"" + WSS
                + "wssecurity-utility-1.0.xsd\"><w:UsernameToken>" + token + "</w:UsernameToken>"
                + (right || chance(80) ? "" : deep()) + "</w:Security>";
    }

    private String element(boolean right, String name, String attributes, String value) {
        if (!right && chance(10)) {
            return "";
        }
        String text = right || chance(60) ? value : one(ODD_TEXTS);
        return "<" + name + attributes + ">" + text + "</" + name + ">";
    }

    private String attributes() {
        return chance(96) ? "" : IntStream.range(0, one(List.of(1, 600, 20_000))).mapToObj(i -> " o" + i + "=\"1\"")
                .collect(Collectors.joining());
    }

    private String deep() {
        int depth = one(List.of(50, 500, 50_000));
        return "<d>".repeat(depth) + "</d>".repeat(depth);
    }

    private static String bomb() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i <= 20; i++) {
            doctype.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return doctype + "<!ENTITY odd \"&a20;\">]>";
    }

    /** What belongs into a type; now and then something is missing, doubled, surplus or in another order. */
    private String elements(WsdlOperation operation, Element type, int depth) {
        StringBuilder content = new StringBuilder();
        for (Element element : WsdlOperation.elements(type)) {
            int times = chance(6) ? 0 : chance(4) ? 2 : 1;
            for (int i = 0; i < times; i++) {
                String name = element.getAttribute("name");
                boolean qualified = WsdlOperation.isQualified(element) != chance(5);
                String tag = (qualified ? "a:" : "") + name;
                content.append(name.isEmpty() ? text("") : "<" + tag + ">" + value(operation, element, depth) + "</" + tag + ">");
            }
            if (chance(2)) {
                content.append("<odd>").append(one(ODD_TEXTS)).append("</odd>");
            }
        }
        return content.toString();
    }

    private String value(WsdlOperation operation, Element element, int depth) {
        Optional<Element> type = operation.type(element.getAttribute("type"));
        return type.isPresent() && depth < DEPTH_MAX && !chance(6)
                ? elements(operation, type.get(), depth + 1) : text(element.getAttribute("type"));
    }

    private String text(String type) {
        if (chance(35)) {
            return one(ODD_TEXTS);
        }
        return switch (type.replaceFirst(".*:", "")) {
            case "int", "integer", "long" -> String.valueOf(random.nextInt(100));
            case "decimal" -> random.nextInt(100) + ".00";
            case "date" -> "2026-01-" + (10 + random.nextInt(20));
            case "boolean" -> "true";
            default -> one(List.of("GEN", "120000", "760000", "2026-01-31", "odd", "0190a0a0-0000-7000-8000-000000000001", "1.00"));
        };
    }

    private byte[] damaged(byte[] bytes) {
        if (!chance(10)) {
            return bytes;
        }
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                byte[] other = bytes.clone();
                other[random.nextInt(other.length)] = (byte) random.nextInt(256);
                yield other;
            }
            default -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
        };
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
