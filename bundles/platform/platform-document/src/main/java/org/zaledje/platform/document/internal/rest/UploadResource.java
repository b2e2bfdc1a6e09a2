package org.zaledje.platform.document.internal.rest;

import static org.zaledje.platform.document.internal.DocumentTexts.problem;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.HEAD;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.OPTIONS;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.document.internal.StoredDocuments;
import org.zaledje.platform.document.internal.store.Checksum;
import org.zaledje.platform.document.internal.store.PartialFiles;
import org.zaledje.platform.document.internal.store.PendingUpload;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/**
 * Files in parts that are taken up again where they broke off: the protocol tus 1.0 with the extensions creation,
 * termination and checksum. It tells of itself by OPTIONS and not in OpenAPI, for its clients are made already.
 */
@Component(service = RestResource.class, property = {
        BackOfficeFunction.FUNCTION + "=documents", RestResource.BODY_BYTES + ":Long=2200000000"})
@Path("/uploads")
@Consumes(MediaType.WILDCARD)
@Hidden
public final class UploadResource implements RestResource {

    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String PART = "application/offset+octet-stream";
    private static final int CHECKSUM_MISMATCH = 460;

    private final StoredDocuments documents;
    private final PartialFiles files;
    private final Callers callers;
    private final Companies companies;
    private final IdSource ids;

    @Activate
    public UploadResource(@Reference StoredDocuments documents, @Reference PartialFiles files, @Reference Callers callers,
            @Reference Companies companies, @Reference IdSource ids) {
        this.documents = documents;
        this.files = files;
        this.callers = callers;
        this.companies = companies;
        this.ids = ids;
    }

    @OPTIONS
    public Response describe() {
        return answer(Response.noContent()).header("Tus-Version", VERSION).header("Tus-Max-Size", Documents.BYTES_MAX)
                .header("Tus-Extension", "creation,termination,checksum").header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .build();
    }

    @POST
    public Response begin(@HeaderParam(RESUMABLE) String version, @HeaderParam(LENGTH) String length,
            @HeaderParam("Upload-Metadata") String metadata, @Context UriInfo request) {
        Caller caller = callers.require(Documents.USE);
        requireVersion(version);
        long bytes = number(length, LENGTH);
        if (bytes > Documents.BYTES_MAX) {
            throw problem(Kind.TOO_LARGE, "documents.too-large", Documents.BYTES_MAX);
        }
        Map<String, String> told = metadata(metadata);
        PendingUpload upload = new PendingUpload(ids.next(), companies.current().id(), caller.name(), bytes,
                told.getOrDefault("filename", ""), told.getOrDefault("title", ""),
                DocumentResource.record(told.get("recordType"), told.get("recordId")));
        documents.requireAttachable(upload.record(), upload.title(), upload.fileName());
        files.begin(upload);
        URI place = request.getAbsolutePathBuilder().path(upload.id().toString()).build();
        return finished(upload, bytes == 0, answer(Response.created(place)).header(OFFSET, 0)).build();
    }

    @HEAD
    @Path("{id}")
    public Response offset(@PathParam("id") UUID id) {
        PendingUpload upload = require(id);
        long offset = files.offset(id);
        // A kill between the last part and its document: who is told that all has come sends nothing more.
        return finished(upload, offset == upload.bytes(), answer(Response.ok()).header(OFFSET, offset)
                .header(LENGTH, upload.bytes()).header("Cache-Control", "no-store")).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(PART)
    public Response append(@PathParam("id") UUID id, @HeaderParam(RESUMABLE) String version, @HeaderParam(OFFSET) String offset,
            @HeaderParam("Upload-Checksum") String checksum, InputStream part) {
        PendingUpload upload = require(id);
        requireVersion(version);
        Optional<Checksum> expected = Optional.ofNullable(checksum).map(header -> Checksum.parse(header)
                .orElseThrow(() -> problem(Kind.UNREADABLE, "documents.upload.checksum", Checksum.ALGORITHMS)));
        Optional<Long> now = files.append(upload, number(offset, OFFSET), part, expected);
        if (now.isEmpty()) {
            return answer(Response.status(CHECKSUM_MISMATCH, "Checksum Mismatch")).build();
        }
        return finished(upload, now.get() == upload.bytes(), answer(Response.noContent()).header(OFFSET, now.get())).build();
    }

    /** As {@link #append}, for clients that can't send PATCH. */
    @POST
    @Path("{id}")
    @Consumes(PART)
    public Response appendByPost(@PathParam("id") UUID id, @HeaderParam("X-HTTP-Method-Override") String method,
            @HeaderParam(RESUMABLE) String version, @HeaderParam(OFFSET) String offset,
            @HeaderParam("Upload-Checksum") String checksum, InputStream part) {
        callers.require(Documents.USE);
        if (!"PATCH".equals(method)) {
            throw problem(Kind.UNREADABLE, "documents.member-missing", "X-HTTP-Method-Override: PATCH");
        }
        return append(id, version, offset, checksum, part);
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") UUID id) {
        files.end(require(id).id());
        return answer(Response.noContent()).build();
    }

    /** When all has come, the document is there before its sender is answered. */
    private Response.ResponseBuilder finished(PendingUpload upload, boolean whole, Response.ResponseBuilder answer) {
        if (!whole) {
            return answer;
        }
        Document document = documents.attach(upload.record(), upload.title(), upload.fileName(), files.finish(upload));
        return answer.header("Zaledje-Document", document.id());
    }

    private PendingUpload require(UUID id) {
        Caller caller = callers.require(Documents.USE);
        return files.find(id).filter(upload -> upload.by().equals(caller.name()))
                .filter(upload -> upload.company().equals(companies.current().id()))
                .orElseThrow(() -> problem(Kind.NOT_FOUND, "documents.upload.not-found", id.toString()));
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder answer) {
        return answer.header(RESUMABLE, VERSION);
    }

    private static void requireVersion(String version) {
        if (!VERSION.equals(version)) {
            throw problem(Kind.CHANGED_MEANWHILE, "documents.upload.version", VERSION);
        }
    }

    private static long number(String header, String name) {
        if (header == null || !header.matches("[0-9]{1,15}")) {
            throw problem(Kind.UNREADABLE, "documents.member-missing", name);
        }
        return Long.parseLong(header);
    }

    /** {@code name base64,name base64}, as the protocol has it. */
    private static Map<String, String> metadata(String header) {
        Map<String, String> told = new HashMap<>();
        for (String pair : Optional.ofNullable(header).orElse("").split(",")) {
            String[] parts = pair.strip().split(" ");
            try {
                told.put(parts[0], parts.length < 2 ? "" : new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw problem(Kind.UNREADABLE, "documents.member-missing", "Upload-Metadata " + parts[0]);
            }
        }
        return told;
    }
}
