package org.zaledje.tests.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** One who has no rights is refused at every door, at those too that are added tomorrow. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class AccessMatrixIT {

    /** What everybody may do who has logged in: their own account and companies, and what is no secret among colleagues. */
    private static final Pattern OPEN = Pattern.compile("GET /api/v1/functions(/.*)?|\\w+ /api/v1/people/me(/.*)?"
            + "|GET /api/v1/(companies|calendars|currencies)(/.*)?"
            // Everybody may see and cancel the runs that they have started themselves.
            + "|\\w+ /api/v1/jobs/runs/.*");

    /** What everybody has who has logged in. */
    private static final Set<String> OPEN_PAGES = Set.of("/account");
    private static final Pattern ROUTE_PARAMETER = Pattern.compile(":\\w+");
    private static final String ID = "00000000-0000-7000-8000-0000000000aa";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WSDL = Pattern.compile("href=\"(/soap/[^\"]+\\?wsdl)\"");
    private static final Pattern OPERATION = Pattern.compile("<wsdl:operation name=\"(\\w+)\"");
    private static final Pattern NAMESPACE = Pattern.compile("targetNamespace=\"([^\"]+)\"");
    private static final String NAME = "matrix-nobody";
    private static final String FIRST_PASSWORD = "three-quiet-lamps";
    private static final String PASSWORD = "four-loud-kettles";
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(10_000);

    private final Zaledje zaledje;
    private final Browser browser;
    private Rest nobody;

    AccessMatrixIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @BeforeEach
    void nobodyHasRights() {
        zaledje.ensure("accounting");
        zaledje.ensure("notes");
        nobody = zaledje.anonymous().as(NAME, PASSWORD);
        if (nobody.get("/api/v1/people/me").status() != 200) {
            Answer made = zaledje.rest().post("/api/v1/people/users",
                    "{\"name\":\"" + NAME + "\",\"password\":\"" + FIRST_PASSWORD + "\"}");
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            Answer changed = zaledje.anonymous().as(NAME, FIRST_PASSWORD).with("Content-Type", Rest.JSON).send("PUT",
                    "/api/v1/people/me/password", BodyPublishers.ofString(
                            "{\"old\":\"" + FIRST_PASSWORD + "\",\"password\":\"" + PASSWORD + "\"}"));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        }
    }

    @Test
    void everyRestOperationRefusesThem() {
        JsonNode document = zaledje.anonymous().get("/api/openapi.json").json();
        List<String> let = new ArrayList<>();
        int walked = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String what = operation.getKey().toUpperCase() + " " + path.getKey();
                if (!METHODS.contains(operation.getKey())) {
                    continue;
                }
                walked++;
                RestCall call = new RestCall(document, operation.getKey().toUpperCase(), path.getKey(), operation.getValue());
                Answer anonymous = call.send(zaledje.anonymous());
                if (anonymous.status() != 401) {
                    let.add(what + " without a login: " + anonymous.status());
                }
                if (OPEN.matcher(what).matches()) {
                    continue;
                }
                Answer answer = call.send(nobody);
                if (answer.status() != 403) {
                    let.add(what + ": " + answer);
                }
            }
        }
        assertThat(let).isEmpty();
        assertThat(walked).isGreaterThan(40);
    }

    @Test
    void everySoapOperationRefusesThem() {
        List<String> let = new ArrayList<>();
        int walked = 0;
        for (String path : found(WSDL, zaledje.rest().get("/soap").text())) {
            String wsdl = zaledje.anonymous().get(path).text();
            String namespace = found(NAMESPACE, wsdl).iterator().next();
            for (String operation : found(OPERATION, wsdl)) {
                walked++;
                String message = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><o:" + operation
                        + " xmlns:o='" + namespace + "'/></s:Body></s:Envelope>";
                String service = path.substring(0, path.indexOf('?'));
                Answer anonymous = zaledje.anonymous().post(service, "text/xml", message.getBytes(StandardCharsets.UTF_8));
                if (anonymous.status() != 401) {
                    let.add(operation + " without a login: " + anonymous.status());
                }
                Answer answer = nobody.post(service, "text/xml", message.getBytes(StandardCharsets.UTF_8));
                if (!answer.text().contains("security.forbidden")) {
                    let.add(service + " " + operation + ": " + answer.text());
                }
            }
        }
        assertThat(let).isEmpty();
        assertThat(walked).isGreaterThan(4);
    }

    @Test
    void everyPageRefusesThemAndTheDrawerLeavesThemOut() {
        Set<String> pages = new TreeSet<>(List.of("/functions"));
        zaledje.rest().get("/api/v1/functions").json().get("functions").forEach(function -> function.get("routes")
                .forEach(route -> pages.add(ROUTE_PARAMETER.matcher(route.asText()).replaceAll(ID))));
        pages.removeAll(OPEN_PAGES);
        try (Person person = browser.person(zaledje.url())) {
            person.page().navigate("/");
            person.tryToLogIn(NAME, PASSWORD);
            person.drawer().waitFor();
            for (String page : pages) {
                person.follow(page);
                assertThat(person.page().locator("#failure")).isVisible(SOON);
                assertThat(person.drawer().locator("a[href='" + page + "']").count()).as(page).isZero();
                person.follow("/");
                person.page().locator("#home").waitFor();
            }
        }
        assertThat(pages.size()).isGreaterThan(20);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A call that is right in form, as far as the description tells. */
    private record RestCall(JsonNode document, String method, String path, JsonNode operation) {

        Answer send(Rest rest) {
            String address = PARAMETER.matcher(path).replaceAll(match -> value(schemaOf(match.group(1))));
            List<String> query = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
                    query.add(parameter.get("name").asText() + "=" + value(parameter.path("schema")));
                }
            });
            String asked = query.isEmpty() ? address : address + "?" + String.join("&", query);
            Rest versioned = rest.with("If-Match", "\"1\"");
            JsonNode content = operation.path("requestBody").path("content");
            if (!content.fieldNames().hasNext()) {
                return versioned.send(method, asked, BodyPublishers.noBody());
            }
            String type = content.has(Rest.JSON) ? Rest.JSON : content.fieldNames().next();
            String body = type.equals(Rest.JSON) ? json(content.get(type).path("schema")) : "<x/>";
            return versioned.with("Content-Type", type).send(method, asked, BodyPublishers.ofString(body));
        }

        private JsonNode schemaOf(String parameter) {
            for (JsonNode each : operation.path("parameters")) {
                if (each.path("name").asText().equals(parameter)) {
                    return each.path("schema");
                }
            }
            return operation.path("none");
        }

        private static String value(JsonNode schema) {
            return switch (schema.path("format").asText() + "/" + schema.path("type").asText()) {
                case "uuid/string" -> ID;
                case "date/string" -> "2026-01-31";
                case "date-time/string" -> "2026-01-31T10:00:00Z";
                case "int32/integer", "int64/integer", "decimal/string" -> "1";
                default -> schema.path("enum").path(0).asText("x");
            };
        }

        private String json(JsonNode schema) {
            JsonNode known = resolved(schema);
            if (known.has("example")) {
                return known.get("example").toString();
            }
            return switch (known.path("type").asText("object")) {
                case "array" -> "[]";
                case "integer", "number" -> "1";
                case "boolean" -> "false";
                case "string" -> "\"" + value(known) + "\"";
                default -> {
                    List<String> members = new ArrayList<>();
                    JsonNode properties = known.path("properties");
                    List<String> names = new ArrayList<>();
                    known.path("required").forEach(name -> names.add(name.asText()));
                    if (names.isEmpty()) {
                        properties.fieldNames().forEachRemaining(names::add);
                    }
                    names.forEach(name -> members.add("\"" + name + "\":" + json(properties.path(name))));
                    yield "{" + String.join(",", members) + "}";
                }
            };
        }

        private JsonNode resolved(JsonNode schema) {
            return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        }
    }
}
