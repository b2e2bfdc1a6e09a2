package org.zaledje.platform.web.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.function.NavigationItem;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.rest.RestFunctions;
import org.zaledje.platform.web.internal.rest.RestServlet;
import org.zaledje.platform.web.internal.sample.TestLogin;
import org.zaledje.platform.web.internal.sample.TestServer;

class FunctionsResourceTest {

    private static final RestFunctions FUNCTIONS = new RestFunctions(new EarlyPublishing());
    private static TestServer server;

    @BeforeAll
    static void start() {
        FUNCTIONS.add("functions", new FunctionsResource(new OneFunction(), new OneFailedArchive()), Optional.empty());
        RestServlet servlet = new RestServlet(TestServer.guard(new TestLogin()), FUNCTIONS, TestServer.OPEN);
        server = new TestServer().with("/api/v1/*", servlet).start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        FUNCTIONS.close();
    }

    @Test
    void whatIsInstalledIsListedInTheCallersLanguage() throws IOException {
        var answer = server.send(server.request("/api/v1/functions").header("Accept-Language", "sl"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer.body())).isEqualTo(json("""
                {"functions":[{"id":"shipping","version":"1.2.3","state":"ACTIVE","title":"Odprema",
                  "description":"Paketi.","rest":"/api/v1/shipping","openapi":"/api/openapi.json",
                  "pages":[{"path":"/shipping/parcels","title":"Paketi"}],
                  "routes":["/shipping/parcels","/shipping/parcels/:id"],"permissions":["shipping.parcel.read"]}],
                 "deployments":[{"file":"broken.kar","state":"FAILED","problem":"Ni arhiv."}]}"""));
    }

    @Test
    void oneFunctionIsFoundOrNot() throws IOException {
        JsonNode found = json(server.get("/api/v1/functions/shipping").body());
        assertThat(found.path("title").asText()).isEqualTo("Shipping");
        var missing = server.get("/api/v1/functions/accounting");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing.body()).path("code").asText()).isEqualTo("function.not-installed");
        assertThat(json(missing.body()).path("detail").asText()).contains("zaledje:install accounting");
    }

    @Test
    void anArchiveIsInstalledOrItIsToldWhyNot() throws IOException {
        var installed = server.post("/api/v1/functions?file=fleet.kar", "application/octet-stream", "good");
        assertThat(installed.statusCode()).as(installed.body()).isEqualTo(201);
        assertThat(json(installed.body())).isEqualTo(json("""
                {"file":"fleet.kar","name":"acme-fleet","version":"1.1.0","state":"INSTALLED"}"""));

        var failed = server.post("/api/v1/functions?file=fleet.kar", "application/octet-stream", "bad");
        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(json(failed.body()).path("code").asText()).isEqualTo("function.failed");
        assertThat(json(failed.body()).path("detail").asText()).isEqualTo("Not an archive.");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static LocalizedText text(String english, String slovenian) {
        return locale -> locale.equals(Locale.ENGLISH) ? english : slovenian;
    }

    private static final class OneFunction implements FunctionCatalogue {

        @Override
        public List<InstalledFunction> installed() {
            return List.of(new InstalledFunction("shipping", "1.2.3", text("Shipping", "Odprema"),
                    text("Parcels.", "Paketi."), "truck", List.of("shipping.parcel.read"),
                    Optional.of("/api/v1/shipping"), Optional.empty(),
                    List.of(new NavigationItem("shipping/parcels", "truck", text("Parcels", "Paketi"))),
                    List.of("shipping/parcels", "shipping/parcels/:id")));
        }

        @Override
        public Optional<InstalledFunction> find(String id) {
            return installed().stream().filter(function -> function.id().equals(id)).findFirst();
        }
    }

    private static final class OneFailedArchive implements FunctionDeployer {

        @Override
        public List<Deployment> deployments() {
            return List.of(new Deployment("broken.kar", Optional.empty(), Optional.empty(), Deployment.State.FAILED,
                    Optional.of(text("Not an archive.", "Ni arhiv.")), Instant.EPOCH));
        }

        @Override
        public List<String> shipped() {
            return List.of();
        }

        @Override
        public Deployment install(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void uninstall(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Deployment install(String fileName, InputStream archive) {
            try {
                String content = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
                return content.equals("good") ? new Deployment(fileName, Optional.of("acme-fleet"), Optional.of("1.1.0"),
                        Deployment.State.INSTALLED, Optional.empty(), Instant.EPOCH) : deployments().get(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Deployment rollback(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> previousVersion(String name) {
            return Optional.empty();
        }

        @Override
        public void stop(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Deployment start(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
