package org.zaledje.samples.notes.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
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
            @Schema(maxLength = Note.TEXT_LENGTH_MAX, example = "About the new card.") String text) {
    }

    /** A page of notes. */
    public record NoteList(List<Note> items, @Schema(type = "string") Optional<String> next) {
    }

    @POST
    @Operation(summary = "Write a note")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Note.class)))
    public Response write(NewNote note) {
        if (note == null) {
            throw ProblemException.of(ProblemException.Kind.UNREADABLE, "body.missing", NotesFunction.TEXTS.text("body.missing"));
        }
        Note written = notes.write(Optional.ofNullable(note.title()).orElse(""), Optional.ofNullable(note.text()).orElse(""));
        return Response.created(URI.create(written.id().toString())).entity(written).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One note")
    public Note find(@PathParam("id") UUID id) {
        return notes.find(id).orElseThrow(() -> ProblemException.of(
                ProblemException.Kind.NOT_FOUND, "notes.note.not-found", NotesFunction.TEXTS.text("note.not-found", id.toString())));
    }

    @GET
    @Operation(summary = "Notes, newest first")
    public NoteList list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        Page<Note> page = notes.list(PageRequest.ofQuery(limit, cursor));
        return new NoteList(page.items(), page.next());
    }
}
