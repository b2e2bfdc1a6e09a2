package org.zaledje.platform.service.internal.number;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.number.NumberPattern;
import org.zaledje.platform.number.NumberSeries;
import org.zaledje.platform.number.SeriesInfo;
import org.zaledje.platform.number.SeriesKey;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.transaction.Transactions;

/** The series of the current company, for those who look after them. */
@Component
public final class StoredNumberSeries implements NumberSeries {

    private static final Texts TEXTS = Texts.beside(StoredNumberSeries.class);
    private static final long NEXT_MAX = 999_999_999_999L;
    private static final String KEY = " where company_id = ? and type = ? and series = ? and series_year = ?";

    private final Sql sql;
    private final Transactions transactions;
    private final Companies companies;
    private final Callers callers;
    private final AuditTrail audit;

    @Activate
    public StoredNumberSeries(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Transactions transactions, @Reference Companies companies, @Reference Callers callers,
            @Reference AuditTrail audit) {
        this.sql = new Sql(dataSource);
        this.transactions = transactions;
        this.companies = companies;
        this.callers = callers;
        this.audit = audit;
    }

    @Override
    public Page<SeriesInfo> list(PageRequest request) {
        callers.require(VIEW);
        // One a journal and year: a few hundred in ten years, so that an offset is as good as a key.
        int offset = request.cursor().map(StoredNumberSeries::offset).orElse(0);
        List<SeriesInfo> rows = sql.list("select type, series, series_year, pattern, first_number, last_number "
                        + "from sys_number_series where company_id = ? order by type, series, series_year desc offset " + offset
                        + " rows fetch first " + (request.limit() + 1) + " rows only",
                row -> info(new SeriesKey(companies.current().id(), row.getString(1), row.getString(2), row.getInt(3)),
                        row.getString(4), row.getLong(5), row.getLong(6)), companies.current().id());
        return Page.of(rows, request, last -> String.valueOf(offset + request.limit()));
    }

    private static int offset(String cursor) {
        if (!cursor.matches("\\d{1,6}")) {
            throw ProblemException.of(Kind.UNREADABLE, "paging.cursor-invalid", TEXTS.text("cursor.invalid"));
        }
        return Integer.parseInt(cursor);
    }

    private static SeriesInfo info(SeriesKey key, String pattern, long first, long last) {
        return new SeriesInfo(key, new NumberPattern(pattern), last + 1, last >= first);
    }

    @Override
    public SeriesInfo setUp(SeriesKey key, String pattern, long next) {
        callers.require(CHANGE);
        if (!key.company().equals(companies.current().id())) {
            throw new IllegalArgumentException("not a series of the current company: " + key);
        }
        NumberPattern wanted = check(key, pattern, next);
        return transactions.required(() -> {
            Optional<SeriesInfo> before = sql.first("select pattern, first_number, last_number from sys_number_series" + KEY
                    + " for update", row -> info(key, row.getString(1), row.getLong(2), row.getLong(3)),
                    StoredNumbers.arguments(key));
            if (before.filter(SeriesInfo::used).isPresent()) {
                throw ProblemException.of(Kind.CONFLICT, "numbers.series.used", TEXTS.text("series.used", name(key)));
            }
            String statement = before.isPresent()
                    ? "update sys_number_series set pattern = ?, first_number = ?, last_number = ?" + KEY
                    : "insert into sys_number_series (pattern, first_number, last_number, company_id, type, series, series_year) "
                            + "values (?, ?, ?, ?, ?, ?, ?)";
            sql.update(statement, Stream.concat(Stream.of(pattern, next, next - 1),
                    Arrays.stream(StoredNumbers.arguments(key))).toArray());
            SeriesInfo after = new SeriesInfo(key, wanted, next, false);
            audit.record(new Change(new RecordRef("numbers.series", name(key)), "numbers.series.set-up",
                    before.map(StoredNumberSeries::told).orElse(Map.of()), told(after)));
            return after;
        });
    }

    private static NumberPattern check(SeriesKey key, String pattern, long next) {
        LocalizedText wrong;
        try {
            NumberPattern wanted = new NumberPattern(pattern);
            boolean yearTold = key.year() == 0 || pattern.contains("{year}");
            if (next >= 1 && next <= NEXT_MAX && yearTold) {
                return wanted;
            }
            wrong = TEXTS.text(yearTold ? "series.next" : "series.year");
        } catch (IllegalArgumentException e) {
            wrong = TEXTS.text("series.pattern");
        }
        throw ProblemException.rulesBroken("numbers.series.invalid", TEXTS.text("series.invalid"),
                List.of(Violation.error("numbers.series.invalid", wrong, "")));
    }

    private static String name(SeriesKey key) {
        String name = key.type() + " " + key.series() + (key.year() == 0 ? "" : " " + key.year());
        return name.length() <= RecordRef.ID_LENGTH_MAX ? name : name.substring(0, RecordRef.ID_LENGTH_MAX);
    }

    private static Map<String, String> told(SeriesInfo series) {
        return Map.of("pattern", series.pattern().text(), "next", String.valueOf(series.next()));
    }
}
