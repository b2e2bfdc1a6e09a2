package org.zaledje.platform.web.internal.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.UnitDetails;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.rest.Versioned;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.web.internal.problem.Problem;

/** The organisational units of the company that the request is for. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=units")
@Path("/")
@Tag(name = "Organisational units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UnitsResource implements RestResource {

    private static final Texts TEXTS = Texts.beside(UnitsResource.class);

    private final Units units;

    @Activate
    public UnitsResource(@Reference Units units) {
        this.units = units;
    }

    /** What a caller sends. */
    @Schema(name = "UnitDetails")
    public record UnitBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = UnitDetails.CODE_LENGTH_MAX, example = "SALES")
            String code,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = UnitDetails.NAME_LENGTH_MAX, example = "Sales")
            String name,
            @Schema(description = "The unit above; absent at the top") UUID parent,
            @Schema(description = "First day; absent when it has always been") LocalDate validFrom,
            @Schema(description = "Last day; absent while no end is known") LocalDate validTo) {

        UnitDetails details() {
            return new UnitDetails(Optional.ofNullable(code).orElse(""), Optional.ofNullable(name).orElse(""),
                    Optional.ofNullable(parent), Optional.ofNullable(validFrom), Optional.ofNullable(validTo));
        }
    }

    /** An organisational unit. */
    @Schema(name = "Unit")
    public record UnitAnswer(UUID id, UUID company, String code, String name,
            @Schema(type = "string", format = "uuid") Optional<UUID> parent,
            @Schema(type = "string", format = "date") Optional<LocalDate> validFrom,
            @Schema(type = "string", format = "date") Optional<LocalDate> validTo, long version) implements Versioned {

        static UnitAnswer of(Unit unit) {
            UnitDetails details = unit.details();
            return new UnitAnswer(unit.id(), unit.company(), details.code(), details.name(), details.parent(),
                    details.validFrom(), details.validTo(), unit.version());
        }
    }

    /** The company's units. */
    public record UnitList(List<UnitAnswer> items) {
    }

    @GET
    @Operation(operationId = "listUnits", summary = "The company's units, each right before those below it",
            description = "At most " + Units.UNITS_MAX)
    public UnitList list() {
        return new UnitList(units.all().stream().map(UnitAnswer::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getUnit", summary = "One unit")
    public UnitAnswer get(@PathParam("id") UUID id) {
        return units.find(id).map(UnitAnswer::of).orElseThrow(() -> ProblemException.of(
                Kind.NOT_FOUND, "unit.not-found", TEXTS.text("unit.not-found", id.toString())));
    }

    @POST
    @Operation(operationId = "addUnit", summary = "Add a unit")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = UnitAnswer.class)))
    public Response add(UnitBody body) {
        UnitAnswer added = UnitAnswer.of(units.add(sent(body).details()));
        return Response.created(URI.create(added.id().toString())).entity(added).build();
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeUnit", summary = "Change a unit; what lies below it moves with it",
            description = "If-Match is the ETag of the unit as it was read")
    public UnitAnswer change(@PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(schema = @Schema(type = "string"))
            ExpectedVersion expected, UnitBody body) {
        return UnitAnswer.of(units.change(id, expected, sent(body).details()));
    }

    private static UnitBody sent(UnitBody body) {
        return Optional.ofNullable(body).orElseThrow(() -> Problem.exception(Kind.UNREADABLE, "body.missing"));
    }
}
