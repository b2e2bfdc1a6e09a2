package org.zaledje.platform.company;

import java.time.Month;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/**
 * What is known of a legal entity. Texts may be empty, apart from the name.
 *
 * @param name               registered name, 1 to {@value #NAME_LENGTH_MAX} characters
 * @param country            ISO 3166-1 alpha-2 code, for example {@code SI}
 * @param currency           base currency of its books; stays as it was when the company was added
 * @param registrationNumber number in the business register, at most {@value #NUMBER_LENGTH_MAX} characters
 * @param taxNumber          tax or VAT number, at most {@value #NUMBER_LENGTH_MAX} characters
 * @param address            street, post code and place, at most {@value #ADDRESS_LENGTH_MAX} characters
 * @param fiscalYearStart    the first month of its fiscal year
 * @param language           the language of what it sends out
 */
public record CompanyDetails(String name, String country, Currency currency, String registrationNumber,
        String taxNumber, String address, Month fiscalYearStart, Locale language) {

    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 200;

    /** Longest registration or tax number, in characters. */
    public static final int NUMBER_LENGTH_MAX = 40;

    /** Longest address, in characters. */
    public static final int ADDRESS_LENGTH_MAX = 500;

    public CompanyDetails {
        Objects.requireNonNull(name);
        Objects.requireNonNull(country);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(registrationNumber);
        Objects.requireNonNull(taxNumber);
        Objects.requireNonNull(address);
        Objects.requireNonNull(fiscalYearStart);
        Objects.requireNonNull(language);
    }

    /** The details of a company of which no more is known, with the calendar year and Slovenian. */
    public static CompanyDetails of(String name, String country, Currency currency) {
        return new CompanyDetails(name, country, currency, "", "", "", Month.JANUARY, Locale.forLanguageTag("sl"));
    }
}
