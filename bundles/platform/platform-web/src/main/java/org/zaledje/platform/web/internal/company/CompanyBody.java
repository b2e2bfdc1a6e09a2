package org.zaledje.platform.web.internal.company;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Month;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.zaledje.platform.company.CompanyDetails;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/** The details of a company, as a caller sends them. */
@Schema(name = "CompanyDetails")
public record CompanyBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = CompanyDetails.NAME_LENGTH_MAX,
                example = "Demo Trgovina d.o.o.") String name,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "ISO 3166-1 alpha-2", example = "SI")
        String country,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "ISO 4217; can't be changed later",
                example = "EUR") String currency,
        @Schema(maxLength = CompanyDetails.NUMBER_LENGTH_MAX, example = "1234567000") String registrationNumber,
        @Schema(maxLength = CompanyDetails.NUMBER_LENGTH_MAX, example = "SI12345678") String taxNumber,
        @Schema(maxLength = CompanyDetails.ADDRESS_LENGTH_MAX, example = "Slovenska cesta 1, 1000 Ljubljana")
        String address,
        @Schema(description = "First month of the fiscal year, 1 to 12; 1 when absent", example = "1")
        Integer fiscalYearStart,
        @Schema(description = "en or sl; sl when absent", example = "sl") String language) {

    private static final Texts TEXTS = Texts.beside(CompanyBody.class);

    CompanyDetails details() {
        try {
            return new CompanyDetails(or(name, ""), or(country, ""), Currency.getInstance(or(currency, "")),
                    or(registrationNumber, ""), or(taxNumber, ""), or(address, ""), Month.of(or(fiscalYearStart, 1)),
                    Locale.forLanguageTag(or(language, "sl")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ProblemException.of(Kind.UNREADABLE, "company.unreadable", TEXTS.text("company.unreadable"));
        }
    }

    private static <T> T or(T given, T otherwise) {
        return Optional.ofNullable(given).orElse(otherwise);
    }
}
