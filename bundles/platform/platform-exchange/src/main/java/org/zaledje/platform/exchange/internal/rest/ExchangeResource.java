package org.zaledje.platform.exchange.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.FileImport;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Exports and imports for programs. */
@Component(service = RestResource.class, property = {
        BackOfficeFunction.FUNCTION + "=exchange",
        RestResource.BODY_BYTES + ":Long=536870912"})
@Path("/")
@Tag(name = "Exchange")
@Produces(MediaType.APPLICATION_JSON)
public final class ExchangeResource implements RestResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final Exchanges exchanges;
    private final Callers callers;

    @Activate
    public ExchangeResource(@Reference Exchanges exchanges, @Reference Callers callers) {
        this.exchanges = exchanges;
        this.callers = callers;
    }

    private Locale language() {
        return callers.current().map(Caller::locale).orElse(Locale.ENGLISH);
    }

    @GET
    @Operation(operationId = "listFormats", summary = "The records that you may export or import, with their columns")
    public FormatList formats() {
        return new FormatList(exchanges.formats().stream().map(this::told).toList());
    }

    @GET
    @Path("{format}")
    @Operation(operationId = "getFormat", summary = "Records that you may export or import, with their columns")
    public FormatResponse format(@PathParam("format") @Parameter(example = "shop.orders") String format) {
        return told(exchanges.format(format));
    }

    private FormatResponse told(ExchangeFormat<?> format) {
        return FormatResponse.of(format, exchanges.canImport(format.id()), language());
    }

    @GET
    @Path("{format}/export")
    @Produces({CSV, XLSX})
    @Operation(operationId = "export", summary = "All records that keep the filters, as a table",
            description = "Takes the filters and the order of the list of these records, as the format names them, besides"
                    + " the parameters here. Without a language it is written for programs: keys of columns as header, a"
                    + " decimal point, days in ISO 8601.")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv, the usual, or xlsx",
            schema = @Schema(type = "string", allowableValues = {"csv", "xlsx"}))
    @Parameter(name = "language", in = ParameterIn.QUERY, example = "sl", schema = @Schema(type = "string"))
    @Parameter(name = "separator", in = ParameterIn.QUERY,
            schema = @Schema(type = "string", allowableValues = {"comma", "semicolon", "tab"}))
    @Parameter(name = "encoding", in = ParameterIn.QUERY,
            schema = @Schema(type = "string", allowableValues = {"UTF-8", "windows-1250"}))
    @ApiResponse(responseCode = "200", description = "The table", content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))})
    public Response export(@PathParam("format") String format, @Context UriInfo request, @Context HttpHeaders headers) {
        ExchangeFormat<?> known = exchanges.format(format);
        StyleParameters parameters = new StyleParameters(request.getQueryParameters());
        FileKind kind = parameters.kind(headers);
        TableStyle style = parameters.style();
        ListQuery query = known.list().read(parameters.rest());
        // refused before the first byte is sent
        page(known, query);
        return file(format, kind, style, out -> exchanges.export(format, query, kind, style, out));
    }

    private static void page(ExchangeFormat<?> format, ListQuery query) {
        format.page(query.at(PageRequest.first(1)));
    }

    @GET
    @Path("{format}/template")
    @Produces({CSV, XLSX})
    @Operation(operationId = "template", summary = "A table with the header and a line of examples")
    @Parameter(name = "format", in = ParameterIn.QUERY, schema = @Schema(type = "string", allowableValues = {"csv", "xlsx"}))
    @Parameter(name = "language", in = ParameterIn.QUERY, example = "sl", schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "The table", content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))})
    public Response template(@PathParam("format") String format, @Context UriInfo request, @Context HttpHeaders headers) {
        exchanges.format(format);
        StyleParameters parameters = new StyleParameters(request.getQueryParameters());
        FileKind kind = parameters.kind(headers);
        TableStyle style = parameters.style();
        return file(format, kind, style, out -> exchanges.template(format, kind, style, out));
    }

    private static Response file(String format, FileKind kind, TableStyle style, StreamingOutput content) {
        String charset = style.charset().orElse(StandardCharsets.UTF_8).name();
        return Response.ok(content, kind == FileKind.CSV ? CSV + ";charset=" + charset : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format + "." + kind.extension() + "\"")
                .header("X-Content-Type-Options", "nosniff").build();
    }

    @POST
    @Path("{format}/imports")
    @Consumes({CSV, XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(operationId = "handIn", summary = "Hand in a table; it is checked, and nothing is imported yet",
            description = "Up to 512 MiB and 5,000,000 rows. Separator and encoding are found out when they are not given.")
    @ApiResponse(responseCode = "201", description = "Checked: READY, or REFUSED with its mistakes",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public Response handIn(@PathParam("format") String format,
            @QueryParam("language") @Parameter(description = "Language of numbers and days; for programs when absent", example = "sl")
            String language,
            @QueryParam("separator") @Parameter(schema = @Schema(allowableValues = {"comma", "semicolon", "tab"})) String separator,
            @QueryParam("encoding") @Parameter(schema = @Schema(allowableValues = {"UTF-8", "windows-1250"})) String encoding,
            @QueryParam("name") @Parameter(description = "Name of the file") String name,
            @Context HttpHeaders headers,
            @RequestBody(required = true, content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))}) InputStream file)
            throws IOException {
        exchanges.format(format);
        TableStyle style = StyleParameters.style(language, separator, encoding);
        FileImport made = exchanges.handIn(format, name == null ? "" : name, StyleParameters.kindOf(headers, name), style, file);
        return Response.created(URI.create("imports/" + made.id())).entity(ImportResponse.of(made)).build();
    }

    @GET
    @Path("imports/{id}")
    @Operation(operationId = "getImport", summary = "How far an import has come")
    public ImportResponse find(@PathParam("id") UUID id) {
        return ImportResponse.of(exchanges.find(id));
    }

    @GET
    @Path("imports/{id}/mistakes")
    @Produces(CSV)
    @Operation(operationId = "mistakes", summary = "All mistakes of a table: line, column, found, message")
    @ApiResponse(responseCode = "200", description = "The mistakes",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")))
    public Response mistakes(@PathParam("id") UUID id) {
        exchanges.find(id);
        return file("mistakes", FileKind.CSV, TableStyle.of(Locale.ROOT), out -> exchanges.mistakes(id, out));
    }

    @POST
    @Path("imports/{id}/run")
    @Operation(operationId = "runImport", summary = "Import the table, all of it or nothing",
            description = "More than 1,000 records are written by a job: the state is RUNNING, and run names it.")
    @ApiResponse(responseCode = "200", description = "DONE, or RUNNING",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @ApiResponse(responseCode = "409", description = "It has mistakes, is being written, or has been; or something else is in its way")
    public ImportResponse run(@PathParam("id") UUID id) {
        return ImportResponse.of(exchanges.run(id));
    }

    @DELETE
    @Path("imports/{id}")
    @Operation(operationId = "discardImport", summary = "Forget a table that was handed in")
    @ApiResponse(responseCode = "204", description = "Forgotten; what was imported stays")
    public void discard(@PathParam("id") UUID id) {
        exchanges.discard(id);
    }

    /** Formats that the caller may use. */
    public record FormatList(List<FormatResponse> items) {
    }
}
