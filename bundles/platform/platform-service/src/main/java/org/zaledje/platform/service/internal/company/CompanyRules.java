package org.zaledje.platform.service.internal.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zaledje.platform.company.CompanyDetails;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.text.Texts;

/** What the details of a company must keep to. */
final class CompanyRules {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final List<Violation> broken = new ArrayList<>();

    static void check(CompanyDetails details) {
        CompanyRules rules = new CompanyRules();
        rules.require(!details.name().isBlank(), "name-missing", "/name");
        rules.require(details.name().length() <= CompanyDetails.NAME_LENGTH_MAX, "name-too-long", "/name");
        rules.require(COUNTRIES.contains(details.country()), "country-unknown", "/country");
        rules.require(details.registrationNumber().length() <= CompanyDetails.NUMBER_LENGTH_MAX,
                "number-too-long", "/registrationNumber");
        rules.require(details.taxNumber().length() <= CompanyDetails.NUMBER_LENGTH_MAX, "number-too-long", "/taxNumber");
        rules.require(details.address().length() <= CompanyDetails.ADDRESS_LENGTH_MAX, "address-too-long", "/address");
        rules.require(Texts.LOCALES.contains(details.language()), "language-unknown", "/language");
        rules.answer();
    }

    private void require(boolean kept, String rule, String field) {
        if (!kept) {
            broken.add(Violation.error("company." + rule, StoredCompanies.TEXTS.text("company." + rule), field));
        }
    }

    private void answer() {
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken("company.invalid", StoredCompanies.TEXTS.text("company.invalid"), broken);
        }
    }
}
