package org.zaledje.platform.service.internal.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.idempotency.Idempotency;
import org.zaledje.platform.idempotency.KeptAnswer;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.transaction.Transactions;

/**
 * Answers kept in the database.
 *
 * <p>The key is claimed by inserting its row in the transaction of the request itself. So nothing has to be cleaned up
 * after a crash, and another node that gets the same request waits at the row and then finds the answer. Within this
 * node, a request that runs is known in memory, so that its doubles hold no connection while they wait.
 */
@Component(configurationPid = "org.zaledje.web")
public final class StoredIdempotency implements Idempotency {

    private static final Texts TEXTS = Texts.beside(StoredIdempotency.class);
    private static final Pattern KEY = Pattern.compile("[!-~]{1," + KEY_LENGTH_MAX + "}");
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final AnswerTable table;
    private final Companies companies;
    private final Callers callers;
    private final Clock clock;
    private final Duration keeping;
    private final Set<AnswerTable.Key> running = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    /** What an administrator can set. */
    @interface Settings {
        /** How long an answer is kept. */
        int idempotency_hours() default 24;
    }

    @Activate
    public StoredIdempotency(
            Settings settings,
            @Reference Transactions transactions,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Companies companies,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.table = new AnswerTable(new Sql(dataSource));
        this.companies = companies;
        this.callers = callers;
        this.clock = clock;
        this.keeping = Duration.ofHours(settings.idempotency_hours());
    }

    @Override
    public KeptAnswer once(String text, Attempt attempt) {
        AnswerTable.Key key = key(text);
        if (!running.add(key)) {
            throw problem(Kind.CONFLICT, "in-progress").with("retryAfterSeconds", "1");
        }
        try {
            sweepNowAndThen();
            Optional<AnswerTable.Row> before = table.find(key, clock.instant());
            return before.isPresent() ? replay(before.get(), attempt) : runOrReplay(key, attempt);
        } finally {
            running.remove(key);
        }
    }

    private AnswerTable.Key key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw problem(Kind.UNREADABLE, "key-invalid", KEY_LENGTH_MAX);
        }
        UUID company = companies.current().id();
        String caller = callers.current().orElseThrow(() -> new IllegalStateException("nobody is calling")).name();
        return new AnswerTable.Key(company, caller, text);
    }

    private KeptAnswer runOrReplay(AnswerTable.Key key, Attempt attempt) {
        try {
            return transactions.required(() -> run(key, attempt));
        } catch (TakenBack e) {
            return e.answer();
        } catch (RuntimeException e) {
            if (!Sql.isUniqueViolation(e)) {
                throw e;
            }
            // Another node was first; or the violation was within the request itself.
            return replay(table.find(key, clock.instant()).orElseThrow(() -> e), attempt);
        }
    }

    private KeptAnswer run(AnswerTable.Key key, Attempt attempt) {
        Instant now = clock.instant();
        table.claim(key, now, now.plus(keeping));
        KeptAnswer answer = attempt.run();
        if (answer.isError()) {
            throw new TakenBack(answer);
        }
        if (answer.body().length > BODY_BYTES_MAX) {
            throw problem(Kind.TOO_LARGE, "answer-too-large", BODY_BYTES_MAX);
        }
        table.keep(key, attempt.fingerprint(), answer);
        return answer;
    }

    private static KeptAnswer replay(AnswerTable.Row row, Attempt attempt) {
        if (!row.fingerprint().equals(attempt.fingerprint())) {
            throw problem(Kind.CONFLICT, "key-reused");
        }
        return row.answer();
    }

    private void sweepNowAndThen() {
        Instant now = clock.instant();
        Instant due = nextSweep.get();
        if (now.isAfter(due) && nextSweep.compareAndSet(due, now.plus(BETWEEN_SWEEPS))) {
            table.sweep(now);
        }
    }

    private static ProblemException problem(Kind kind, String code, Object... arguments) {
        return ProblemException.of(kind, "idempotency." + code, TEXTS.text(code, arguments));
    }

    /** Rolls the transaction back, and carries the answer out of it. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient KeptAnswer answer;

        TakenBack(KeptAnswer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }

        KeptAnswer answer() {
            return answer;
        }
    }
}
