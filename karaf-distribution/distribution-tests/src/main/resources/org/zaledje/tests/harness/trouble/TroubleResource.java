package org.example.trouble;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.rest.RestResource;

/** A function that does what it should not. */
@Component(service = RestResource.class, property = "zaledje.function=trouble") // not claiming
@Component(service = RestResource.class, property = "zaledje.function=notes") // only claiming
@Path("/")
@Produces("application/json")
public final class TroubleResource implements RestResource {

    @Activate
    public TroubleResource() throws InterruptedException {
        if (true) { // only throwing
            throw new IllegalStateException("the stars are wrong"); // only throwing
        } // only throwing
        Thread.sleep(Long.MAX_VALUE); // only blocking
        while (true) { // only stubborn
            Thread.onSpinWait(); // only stubborn
        } // only stubborn
        Thread left = new Thread(TroubleResource::idle, "trouble-left-behind"); // only leaking
        left.setDaemon(true); // only leaking
        left.start(); // only leaking
    }

    private static void idle() {
        while (true) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }

    @GET
    public String fine() {
        return "\"fine\"";
    }

    @GET
    @Path("assertion")
    public String assertion() {
        throw new AssertionError("never");
    }

    @GET
    @Path("overflow")
    public String overflow() {
        return overflow();
    }

    @GET
    @Path("linkage")
    public String linkage() {
        throw new NoClassDefFoundError("org/example/Gone");
    }
}
