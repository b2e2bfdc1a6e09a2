package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.rest.RestResource;

/** The chart of accounts. */
@Component(service = RestResource.class, property = "zaledje.function=accounting")
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public final class AccountResource implements RestResource {

    private final ChartOfAccounts chart;

    @Activate
    public AccountResource(@Reference ChartOfAccounts chart) {
        this.chart = chart;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("findAccounts", ChartOfAccounts.ACCOUNTS);
    }

    @GET
    @Operation(operationId = "findAccounts", summary =
            "Accounts by code; query looks for the beginning of a code or a part of a name")
    public AccountPage find(@Context UriInfo request) {
        return AccountPage.of(chart.list(ChartOfAccounts.ACCOUNTS.read(request.getQueryParameters())));
    }
}
