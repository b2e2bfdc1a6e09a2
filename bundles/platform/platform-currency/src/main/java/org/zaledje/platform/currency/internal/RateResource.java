package org.zaledje.platform.currency.internal;

import static org.zaledje.platform.currency.internal.StoredRates.TEXTS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.currency.ExchangeRate;
import org.zaledje.platform.currency.ExchangeRates;
import org.zaledje.platform.currency.Money;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Callers;

/** Rates over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=currencies")
@Path("/")
@Tag(name = "Currencies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RateResource implements RestResource {

    private final ExchangeRates rates;
    private final Callers callers;

    @Activate
    public RateResource(@Reference ExchangeRates rates, @Reference Callers callers) {
        this.rates = rates;
        this.callers = callers;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("list", ExchangeRates.RATES);
    }

    /** A rate as it is told. */
    @Schema(name = "ExchangeRate")
    public record Rate(LocalDate day, String base, String quote, BigDecimal rate, String source) {
        static Rate of(ExchangeRate rate) {
            return new Rate(rate.day(), rate.base().getCurrencyCode(), rate.quote().getCurrencyCode(), rate.rate(), rate.source());
        }
    }

    /** A page of rates. */
    public record RateList(List<Rate> items, @Schema(type = "string") Optional<String> next) {
    }

    /** The value of a rate. */
    public record RateValue(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1.0875") BigDecimal rate) {
    }

    /** An amount in another currency. */
    public record Converted(BigDecimal amount, String currency) {
    }

    /** How many rates a file has changed. */
    public record Imported(int changed) {
    }

    @GET
    @Path("rates")
    @Operation(operationId = "list", summary = "Rates, newest first")
    public RateList list(@Context UriInfo request) {
        Page<Rate> page = rates.list(ExchangeRates.RATES.read(request.getQueryParameters())).map(Rate::of);
        return new RateList(page.items(), page.next());
    }

    @GET
    @Path("conversion")
    @Operation(operationId = "convert", summary = "An amount in another currency on a day")
    public Converted convert(
            @Parameter(required = true, example = "12.50") @QueryParam("amount") String amount,
            @Parameter(required = true, example = "EUR") @QueryParam("from") String from,
            @Parameter(required = true, example = "EUR") @QueryParam("to") String to,
            @Parameter(required = true, example = "2026-01-30") @QueryParam("day") LocalDate day) {
        Currency target = currency(to);
        Money converted = rates.convert(money(amount, currency(from)), target,
                Optional.ofNullable(day).filter(RateResource::inRange).orElseThrow(() -> unreadable("currency.day.invalid")));
        return new Converted(converted.amount(), target.getCurrencyCode());
    }

    @PUT
    @Path("rates/{day}/{base}/{quote}/{source}")
    @Operation(operationId = "put", summary = "Keep a rate")
    public Rate put(@Parameter(example = "2026-01-30") @PathParam("day") LocalDate day,
            @Parameter(example = "EUR") @PathParam("base") String base,
            @Parameter(example = "USD") @PathParam("quote") String quote,
            @Parameter(example = "OWN") @PathParam("source") String source, RateValue value) {
        callers.requireEverywhere(ExchangeRates.MANAGE);
        BigDecimal rate = Optional.ofNullable(value).map(RateValue::rate).orElseThrow(() -> unreadable("currency.rate.missing"));
        ExchangeRate kept = rate(day, base, quote, rate, source);
        rates.put(kept);
        return Rate.of(kept);
    }

    private static ExchangeRate rate(LocalDate day, String base, String quote, BigDecimal rate, String source) {
        try {
            if (inRange(day)) {
                return new ExchangeRate(day, currency(base), currency(quote), rate, source);
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw unreadable("currency.rate.invalid", ExchangeRate.INTEGER_DIGITS_MAX, ExchangeRate.DECIMALS_MAX,
                ExchangeRate.SOURCE_LENGTH_MAX);
    }

    @DELETE
    @Path("rates/{day}/{base}/{quote}/{source}")
    @Operation(operationId = "remove", summary = "Remove a rate")
    public void remove(@Parameter(example = "2026-01-30") @PathParam("day") LocalDate day,
            @Parameter(example = "EUR") @PathParam("base") String base,
            @Parameter(example = "USD") @PathParam("quote") String quote,
            @Parameter(example = "OWN") @PathParam("source") String source) {
        callers.requireEverywhere(ExchangeRates.MANAGE);
        rates.remove(day, currency(base), currency(quote), source);
    }

    @POST
    @Path("imports/ecb")
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(operationId = "importEcb", summary = "Keep all rates of a file of the European Central Bank, or none")
    public Imported importEcb(InputStream xml) {
        return new Imported(rates.importEcb(xml));
    }

    private static boolean inRange(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 2200;
    }

    private static Money money(String amount, Currency currency) {
        try {
            if (amount != null && amount.length() <= 40) {
                return new Money(new BigDecimal(amount), currency);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below.
        }
        throw unreadable("currency.amount.invalid", Money.INTEGER_DIGITS_MAX);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code == null ? "" : code);
        } catch (IllegalArgumentException e) {
            throw unreadable("currency.unknown");
        }
    }

    private static ProblemException unreadable(String code, Object... arguments) {
        return ProblemException.of(Kind.UNREADABLE, code, TEXTS.text(code, arguments));
    }
}
