package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.platform.paging.PageRequest;
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

    @GET
    @Operation(operationId = "findAccounts", summary =
            "Accounts by the beginning of their code or a part of their name")
    public AccountList find(@Parameter(description =
            "absent for all") @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("limit") Integer limit) {
        return AccountList.of(chart.search(query, PageRequest.ofQuery(limit, "").limit()));
    }
}
