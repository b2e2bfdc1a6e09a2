package org.zaledje.platform.web.internal.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.rest.Versioned;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/** A resource with one method for each thing that the platform promises to do for resources. */
@Path("/parcels")
@Produces("application/json")
public class ParcelResource implements RestResource {

    private final Callers callers;

    public ParcelResource(Callers callers) {
        this.callers = callers;
    }

    public record Parcel(
            String name, BigDecimal weight, int pieces, Optional<String> note, LocalDate day, List<Item> items) {
    }

    public record Item(String code, BigDecimal price) {
    }

    public record Receipt(UUID id, Instant at, BigDecimal weight, Optional<String> note, String nothing) {
    }

    @POST
    @Consumes("application/json")
    public Response post(Parcel parcel) {
        UUID id = UUID.fromString("0190a0a0-0000-7000-8000-000000000001");
        Receipt receipt = new Receipt(id, Instant.EPOCH, parcel.weight(), parcel.note(), null);
        return Response.created(URI.create("parcels/" + id)).entity(receipt).build();
    }

    @POST
    @Consumes("application/xml")
    public Map<String, Integer> postXml(byte[] body) {
        return Map.of("bytes", body.length);
    }

    @POST
    @Path("/stream")
    @Consumes("application/octet-stream")
    public Map<String, Long> postStream(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
    }

    @POST
    @Path("/anything")
    @Consumes("application/json")
    public Map<String, Integer> postAnything(Map<String, Object> anything) {
        return Map.of("members", anything.size());
    }

    @GET
    @Path("/{id}")
    public Map<String, String> get(@PathParam("id") UUID id) {
        return Map.of("id", id.toString());
    }

    @GET
    public Map<String, String> list(@QueryParam("limit") Integer limit, @QueryParam("from") LocalDate from) {
        return Map.of("limit", String.valueOf(limit), "from", String.valueOf(from));
    }

    /** Something with versions, which is at version 3. */
    public record Label(String text, long version) implements Versioned {
    }

    @GET
    @Path("/label")
    public Label label() {
        return new Label("fragile", 3);
    }

    @PUT
    @Path("/label")
    public Label change(@HeaderParam("If-Match") ExpectedVersion expected) {
        expected.require(3);
        return new Label("heavy", 4);
    }

    @GET
    @Path("/caller")
    public Map<String, String> caller() {
        Caller caller = callers.current().orElseThrow();
        return Map.of("name", caller.name(), "language", caller.locale().getLanguage());
    }

    @GET
    @Path("/refused")
    public String refused() {
        throw ProblemException.rulesBroken("parcels.not-sealed",
                locale -> locale.getLanguage().equals("sl") ? "Paket ni zapečaten." : "The parcel is not sealed.",
                List.of(Violation.error("parcels.seal", LocalizedText.verbatim("seal"), "/seal"),
                        new Violation("parcels.tape", Violation.Severity.WARNING, LocalizedText.verbatim("tape"), "")))
                .with("parcel", "17");
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret of the implementation");
    }

    /** The database says that it can't now. */
    @GET
    @Path("/database/{state}")
    public String database(@PathParam("state") String state) {
        throw new IllegalStateException("secret of the implementation", new SQLException("as secret", state));
    }

    @GET
    @Path("/leak")
    public Map<String, LocalizedText> leak() {
        return Map.of("text", LocalizedText.verbatim("leak"));
    }
}
