package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.rest.RestResource;

/** The trial balance. */
@Component(service = RestResource.class, property = "zaledje.function=accounting")
@Path("/trial-balance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trial balance")
public final class TrialBalanceResource implements RestResource {

    private final Ledger ledger;

    @Activate
    public TrialBalanceResource(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(operationId = "getTrialBalance", summary = "The sums of all posted entries by account")
    public TrialBalanceResponse get() {
        return TrialBalanceResponse.of(ledger.trialBalance());
    }
}
