package org.zaledje.platform.web.internal.security;

import java.util.concurrent.Semaphore;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.web.internal.problem.Problem;

/** How much is let in at once and from whom. Counted for this node, in memory. Thread-safe. */
@Component(service = Traffic.class, configurationPid = "org.zaledje.web")
public final class Traffic {

    /** All doors stand on this service, so it stays when its configuration changes, and counts from zero. */
    private record Limits(TokenBuckets callers, TokenBuckets failures, Semaphore places, int urlCharactersMax) {

        static Limits of(Settings settings) {
            return new Limits(new TokenBuckets(settings.rate_per_second(), settings.rate_burst(), System::nanoTime),
                    new TokenBuckets(settings.failures_per_minute() / 60.0, settings.failures_burst(), System::nanoTime),
                    new Semaphore(settings.concurrent_max()), settings.url_characters_max());
        }
    }

    private volatile Limits limits;

    /** What an administrator can set. */
    @interface Settings {
        /** Requests of one caller each second, in the long run. */
        int rate_per_second() default 100;

        /** Requests of one caller at once after a rest. */
        int rate_burst() default 500;

        /** Wrong logins from one address each minute, in the long run. */
        int failures_per_minute() default 60;

        /** Wrong logins from one address at once after a rest. */
        int failures_burst() default 60;

        /** Requests that are carried out at the same time. */
        int concurrent_max() default 100;

        /** The longest address of a request, with its query. */
        int url_characters_max() default 4096;
    }

    @Activate
    public Traffic(Settings settings) {
        this.limits = Limits.of(settings);
    }

    /** Takes a changed configuration up. */
    @Modified
    void configure(Settings settings) {
        limits = Limits.of(settings);
    }

    Traffic(TokenBuckets callers, TokenBuckets failures, int concurrentMax, int urlCharactersMax) {
        this.limits = new Limits(callers, failures, new Semaphore(concurrentMax), urlCharactersMax);
    }

    /** One with the limits that hold when nothing is configured. */
    static Traffic usual() {
        return new Traffic(new TokenBuckets(100, 500, System::nanoTime), new TokenBuckets(1, 60, System::nanoTime), 100,
                4096);
    }

    /** A place among those who are served; closing it gives it back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes a place, or refuses when all are taken. */
    Place enter(HttpServletRequest request) {
        Limits now = limits;
        String query = request.getQueryString();
        int length = request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
        if (length > now.urlCharactersMax()) {
            throw Problem.exception(Kind.URL_TOO_LONG, "url.too-long", now.urlCharactersMax());
        }
        if (!now.places().tryAcquire()) {
            throw Problem.exception(Kind.UNAVAILABLE, "load.too-high").with(Problem.RETRY_AFTER, "1");
        }
        return now.places()::release;
    }

    /** Refuses an address that wrong logins have come from again and again, before another password is checked. */
    void refuseGuessing(String address) {
        TokenBuckets.Verdict verdict = limits.failures().look(address);
        if (!verdict.given()) {
            throw tooMany("auth.too-many-failures", verdict);
        }
    }

    void loginFailed(String address) {
        limits.failures().take(address);
    }

    /** Counts a request of the caller, and tells them in headers how many more they may send. */
    void count(Caller caller, HttpServletResponse response) {
        TokenBuckets callers = limits.callers();
        TokenBuckets.Verdict verdict = callers.take(caller.name());
        response.setHeader("RateLimit-Limit", String.valueOf(callers.size()));
        response.setHeader("RateLimit-Remaining", String.valueOf(verdict.left()));
        response.setHeader("RateLimit-Reset", String.valueOf(verdict.secondsToAll()));
        if (!verdict.given()) {
            throw tooMany("rate.exceeded", verdict);
        }
    }

    private static ProblemException tooMany(String code, TokenBuckets.Verdict verdict) {
        return Problem.exception(Kind.TOO_MANY_REQUESTS, code, verdict.secondsToNext())
                .with(Problem.RETRY_AFTER, String.valueOf(Math.max(1, verdict.secondsToNext())));
    }
}
