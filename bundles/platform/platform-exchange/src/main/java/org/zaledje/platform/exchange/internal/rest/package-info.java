/** REST: exports and imports. */
@OpenAPIDefinition(info = @Info(title = "Exchange", version = "v1", description = "Import and export of records as tables."))
package org.zaledje.platform.exchange.internal.rest;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
