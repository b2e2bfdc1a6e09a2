/** REST: thin adapters, which turn requests into calls of the API and its values into JSON. */
@OpenAPIDefinition(info = @Info(title = "Accounting", version = "v1",
        description = "Received electronic invoices and the general ledger."))
package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
