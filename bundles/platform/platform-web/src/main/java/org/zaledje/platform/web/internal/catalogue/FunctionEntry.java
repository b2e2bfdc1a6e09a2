package org.zaledje.platform.web.internal.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zaledje.platform.function.InstalledFunction;

/** A running function, in one language. */
@Schema(name = "Function")
record FunctionEntry(
        String id,
        String version,
        @Schema(allowableValues = "ACTIVE") String state,
        String title,
        String description,
        @Schema(description = "Path of its REST resources") Optional<String> rest,
        @Schema(description = "Path of its WSDL") Optional<String> wsdl,
        @Schema(description = "Path of the description of its REST resources") Optional<String> openapi,
        List<Page> pages,
        @Schema(description = "Paths of all pages; what stands behind a colon is a parameter", example = "[\"/shipping/parcels/:id\"]")
        List<String> routes,
        List<String> permissions) {

    /** A page of the web UI. */
    @Schema(name = "FunctionPage")
    record Page(String path, String title) {
    }

    static FunctionEntry of(InstalledFunction function, Locale language) {
        return new FunctionEntry(
                function.id(),
                function.version(),
                "ACTIVE",
                function.title().in(language),
                function.description().in(language),
                function.restBase(),
                function.wsdl(),
                function.restBase().map(rest -> OpenApiServlet.PATH),
                function.pages().stream().map(page -> new Page("/" + page.path(), page.title().in(language))).toList(),
                function.routes().stream().map(route -> "/" + route).toList(),
                function.permissions());
    }
}
