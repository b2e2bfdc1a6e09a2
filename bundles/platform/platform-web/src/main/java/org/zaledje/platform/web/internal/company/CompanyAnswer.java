package org.zaledje.platform.web.internal.company;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.rest.Versioned;

/** A company, as it is answered. */
@Schema(name = "Company")
public record CompanyAnswer(UUID id, String name, String country, String currency, String registrationNumber,
        String taxNumber, String address, int fiscalYearStart, String language,
        @Schema(type = "string", format = "date-time", description = "Absent while it is at work")
        Optional<Instant> closedAt, long version) implements Versioned {

    static CompanyAnswer of(Company company) {
        var details = company.details();
        return new CompanyAnswer(company.id(), details.name(), details.country(), details.currency().getCurrencyCode(),
                details.registrationNumber(), details.taxNumber(), details.address(),
                details.fiscalYearStart().getValue(), details.language().toLanguageTag(), company.closedAt(),
                company.version());
    }
}
