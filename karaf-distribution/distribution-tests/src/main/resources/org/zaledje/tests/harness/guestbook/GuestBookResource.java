package org.example.guestbook;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.rest.RestResource;

/** Guests over REST. */
@Component(service = RestResource.class, property = "zaledje.function=guestbook")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public final class GuestBookResource implements RestResource {

    private final JpaTemplate jpa;

    @Activate
    public GuestBookResource(@Reference(target = "(osgi.unit.name=guestbook)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    public record Guest(String id, String name) { // only 1
    public record Guest(String id, String name, String mood) { // since 2
    }

    @POST
    public Response write(Guest guest) {
        jpa.tx(manager -> manager.persist(new GuestRow(guest)));
        return Response.created(URI.create("/api/v1/guestbook/" + guest.id())).entity(guest).build();
    }

    @GET
    public List<String> guests() {
        return jpa.txExpr(manager ->
                manager.createQuery("select guest.id from GuestRow guest", String.class).getResultList());
    }

    @GET
    @Path("{id}")
    public Guest find(@PathParam("id") String id) {
        GuestRow row = jpa.txExpr(manager -> manager.find(GuestRow.class, id));
        if (row == null) {
            throw new NotFoundException();
        }
        return row.toGuest();
    }
}
