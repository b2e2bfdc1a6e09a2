package org.zaledje.samples.notes.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.rest.RestResource;

/** Notes over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=" + NotesFunction.ID)
@Path("/")
@Tag(name = "Notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NotesResource implements RestResource {

    private final Notes notes;

    @Activate
    public NotesResource(@Reference Notes notes) {
        this.notes = notes;
    }

    /** What a caller sends. */
    public record NewNote(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = Note.TITLE_LENGTH_MAX, example = "Call the bank")
            String title,
            @Schema(maxLength = Note.TEXT_LENGTH_MAX, example = "About the new card.") String text,
            @Schema(description = "The organisational unit it is filed under; absent for the company as a whole") UUID unit) {

        private String titleOrEmpty() {
            return Optional.ofNullable(title).orElse("");
        }

        private String textOrEmpty() {
            return Optional.ofNullable(text).orElse("");
        }
    }

    /** A page of notes. */
    public record NoteList(List<Note> items, @Schema(type = "string") Optional<String> next) {
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("listNotes", Notes.NOTES);
    }

    @POST
    @Operation(summary = "Write a note")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Note.class)))
    public Response write(NewNote note) {
        NewNote given = given(note);
        Note written = notes.write(given.titleOrEmpty(), given.textOrEmpty(), Optional.ofNullable(given.unit()));
        return Response.created(URI.create(written.id().toString())).entity(written).build();
    }

    private static NewNote given(NewNote note) {
        return Optional.ofNullable(note).orElseThrow(() -> ProblemException.of(
                ProblemException.Kind.UNREADABLE, "body.missing", NotesFunction.TEXTS.text("body.missing")));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change a note", description = "If-Match is the ETag of the note as it was read")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Note.class)))
    @ApiResponse(responseCode = "412", description = "It has been changed since it was read; nothing was done")
    public Note change(@PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(schema = @Schema(type = "string"))
            ExpectedVersion expected, NewNote note) {
        NewNote given = given(note);
        return notes.change(id, given.titleOrEmpty(), given.textOrEmpty(), Optional.ofNullable(given.unit()), expected);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a note", description = "If-Match is the ETag of the note as it was read")
    @ApiResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(schema = @Schema(type = "string"))
            ExpectedVersion expected) {
        notes.delete(id, expected);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One note")
    public Note find(@PathParam("id") UUID id) {
        return notes.find(id).orElseThrow(() -> Notes.notFound(id));
    }

    @GET
    @Operation(operationId = "listNotes", summary = "Notes, newest first")
    public NoteList list(@Context UriInfo request) {
        Page<Note> page = notes.list(Notes.NOTES.read(request.getQueryParameters()));
        return new NoteList(page.items(), page.next());
    }
}
