package org.zaledje.platform.web.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.rest.RestFunctions;
import org.zaledje.platform.web.internal.sample.ParcelResource;
import org.zaledje.platform.web.internal.sample.TestLogin;
import org.zaledje.platform.web.internal.sample.TestServer;

class OpenApiTest {

    private static final String DESCRIPTION = """
            {"openapi":"3.0.1",
             "paths":{
               "/":{"get":{"responses":{"default":{"description":"default response"}}}},
               "/entries":{"parameters":[],"post":{"operationId":"post",
                 "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Entry"}}}},
                 "responses":{"201":{"description":"made"}}}}},
             "components":{"schemas":{"Entry":{"type":"object","properties":{
               "amount":{"type":"number"},"share":{"type":"number","format":"double"},
               "lines":{"type":"array","items":{"$ref":"#/components/schemas/Entry"}}}}}}}""";

    @TempDir
    private Path folder;

    private final RestFunctions functions = new RestFunctions(new EarlyPublishing());
    private final RestResource resource = new ParcelResource(new TestLogin());
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer().with(OpenApiServlet.PATH, new OpenApiServlet(new CurrentOpenApi(functions)))
                .with("/api/docs/*", new DocsServlet()).start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        functions.close();
    }

    @Test
    void withoutFunctionsItIsStillADocument() throws IOException {
        JsonNode document = document();
        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.path("paths").isObject()).isTrue();
        assertThat(document.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
        assertThat(document.at("/components/schemas/Problem/properties/code").isObject()).isTrue();
    }

    @Test
    void functionsStandBesideEachOtherAndVanishAgain() throws IOException {
        functions.add("accounting", resource, Optional.of(write("a.json", DESCRIPTION)));
        functions.add("hr", resource, Optional.of(write("h.json", DESCRIPTION)));
        JsonNode both = document();
        assertThat(names(both.path("paths"))).containsExactly(
                "/api/v1/accounting", "/api/v1/accounting/entries", "/api/v1/hr", "/api/v1/hr/entries");
        assertThat(names(both.at("/components/schemas")))
                .containsExactly("Problem", "Violation", "accounting.Entry", "hr.Entry");
        assertThat(both.path("tags").findValuesAsText("name")).containsExactly("accounting", "hr");
        assertEveryReferenceLeadsSomewhere(both);

        functions.remove("accounting", resource);
        assertThat(names(document().path("paths"))).containsExactly("/api/v1/hr", "/api/v1/hr/entries");
        functions.remove("hr", resource);
        assertThat(document().path("paths")).isEmpty();
    }

    @Test
    void operationsAndTypesAreDescribedAsThePlatformServesThem() throws IOException {
        functions.add("accounting", resource, Optional.of(write("a.json", DESCRIPTION)));
        JsonNode document = document();
        JsonNode post = document.path("paths").path("/api/v1/accounting/entries").path("post");
        assertThat(post.path("operationId").asText()).isEqualTo("accounting_post");
        assertThat(post.at("/tags/0").asText()).isEqualTo("accounting");
        assertThat(names(post.path("responses"))).containsExactly("201", "401", "default");
        assertThat(names(document.path("paths").path("/api/v1/accounting").path("get").path("responses")))
                .as("an answer without a body").containsExactly("204", "401", "default");
        JsonNode properties = document.path("components").path("schemas").path("accounting.Entry").path("properties");
        assertThat(properties.at("/amount/type").asText()).isEqualTo("string");
        assertThat(properties.at("/share/type").asText()).isEqualTo("number");
    }

    @Test
    void aListsFiltersAndOrdersAreDescribed() throws IOException {
        ListSchema orders = ListSchema.of("shop.orders", "-id").with(ListField.of("date", FieldType.DATE).range().sorted())
                .with(ListField.choice("state", List.of("open", "closed")));
        functions.add("shop", new RestResource() {
            @Override
            public Map<String, ListSchema> lists() {
                return Map.of("post", orders);
            }
        }, Optional.of(write("a.json", DESCRIPTION)));
        JsonNode parameters = document().path("paths").path("/api/v1/shop/entries").path("post").path("parameters");
        assertThat(parameters.findValuesAsText("name"))
                .containsExactly("id", "date.from", "date.to", "state", "sort", "limit", "cursor");
        assertThat(parameters.get(1).at("/schema/format").asText()).isEqualTo("date");
        assertThat(parameters.get(3).at("/schema/items/enum")).extracting(JsonNode::asText).containsExactly("open", "closed");
        assertThat(parameters.get(4).at("/schema/items/enum")).extracting(JsonNode::asText)
                .containsExactly("id", "-id", "date", "-date");
    }

    @Test
    void aDescriptionThatCannotBeReadIsLeftOut() throws IOException {
        functions.add("accounting", resource, Optional.of(write("a.json", "{not json")));
        functions.add("hr", resource, Optional.of(write("h.json", DESCRIPTION)));
        functions.add("it", resource, Optional.of(folder.resolve("absent.json").toUri()));
        assertThat(names(document().path("paths"))).containsExactly("/api/v1/hr", "/api/v1/hr/entries");
    }

    @Test
    void thePlatformsOwnDescriptionIsMadeAtBuildTime() throws IOException {
        ClassLoader loader = FunctionsResource.class.getClassLoader();
        URI own = URI.create(loader.getResource(RestResource.OPENAPI_FOLDER + "functions.json").toExternalForm());
        functions.add("functions", resource, Optional.of(own));
        JsonNode document = document();
        assertThat(names(document.path("paths"))).contains("/api/v1/functions", "/api/v1/functions/{id}");
        assertThat(names(document.path("components").path("schemas").path("functions.Function").path("properties")))
                .contains("id", "version", "state", "title", "rest", "wsdl", "pages", "permissions");
        assertEveryReferenceLeadsSomewhere(document);
    }

    @Test
    void theDocsPageLoadsOnlyWhatIsServedBesideIt() {
        var page = server.send(server.anonymous("/api/docs").header("Accept-Language", "sl"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).startsWith("default-src 'none'").doesNotContain("http", "unsafe-eval"));
        assertThat(page.body()).contains("lang=\"sl\"", "viri REST").doesNotContain("http:", "https:", "{title}");
        for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js")) {
            assertThat(page.body()).containsAnyOf("/api/docs/" + file);
            assertThat(server.send(server.anonymous("/api/docs/" + file)).statusCode()).isEqualTo(200);
        }
        assertThat(server.send(server.anonymous("/api/docs/index.html")).statusCode()).isEqualTo(404);
        assertThat(server.send(server.anonymous("/api/docs/../openapi-frame.json")).statusCode()).isEqualTo(404);
    }

    private JsonNode document() throws IOException {
        var answer = server.send(server.anonymous("/api/openapi.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return new ObjectMapper().readTree(answer.body());
    }

    private static void assertEveryReferenceLeadsSomewhere(JsonNode document) {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference ->
                assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue());
    }

    private URI write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toUri();
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
