package org.zaledje.platform.web.internal.security;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.MDC;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.function.FunctionTraffic;
import org.zaledje.platform.idempotency.Idempotency;
import org.zaledje.platform.company.CompanyAccess;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.web.internal.company.WantedCompany;
import org.zaledje.platform.web.internal.problem.Diagnosis;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;

/**
 * Lets in who may come in, binds the caller to the thread, and bounds the body.
 *
 * <p>It wraps the servlets rather than being a filter, because a filter that comes into the root context breaks the web
 * sockets of the web UI. Login is optional for it, so that partners get a proper answer while the database is away.
 */
@Component(service = Guard.class)
public final class Guard {

    private static final String BEARER = "Bearer ";

    private final Traffic traffic;
    // Set by the component runtime in its threads, read by those of the requests.
    private final AtomicReference<Authentication> authentication = new AtomicReference<>();
    private final AtomicReference<CompanyAccess> companies = new AtomicReference<>();
    private final AtomicReference<Callers> callers = new AtomicReference<>();
    private final AtomicReference<Idempotency> idempotency = new AtomicReference<>();

    @Activate
    public Guard(@Reference Traffic traffic) {
        this.traffic = traffic;
    }

    /** One with the limits that hold when nothing is configured. */
    public Guard() {
        this(Traffic.usual());
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setAuthentication(Authentication service) {
        authentication.set(service);
    }

    public void unsetAuthentication(Authentication service) {
        authentication.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCallers(Callers service) {
        callers.set(service);
    }

    public void unsetCallers(Callers service) {
        callers.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setIdempotency(Idempotency service) {
        idempotency.set(service);
    }

    public void unsetIdempotency(Idempotency service) {
        idempotency.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCompanies(CompanyAccess service) {
        companies.set(service);
    }

    public void unsetCompanies(CompanyAccess service) {
        companies.compareAndSet(service, null);
    }

    /** Answers the request through the door, or tells why not. */
    public void pass(Door door, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Correlation.Scope scope = Requests.begin(request, response);
                MDC.MDCCloseable way = MDC.putCloseable(Correlation.DOOR, door.name())) {
            answer(door, request, response);
        }
    }

    private void answer(Door door, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = Languages.of(request);
        BoundedRequest bounded = new BoundedRequest(request, door.bodyBytesMax(request));
        try (Traffic.Place place = traffic.enter(request)) {
            RequestSyntax.check(request);
            if (door.isOpen(request)) {
                try (FunctionTraffic.Passage passage = door.passage(request)) {
                    door.enter(bounded, response);
                }
            } else {
                Identified identified = identify(door, bounded);
                traffic.count(identified.caller(), response);
                bounded.refuseIfTooLarge();
                enter(door, atWork(identified.caller().in(language), request), identified.request(), response);
            }
        } catch (Exception | Error e) {
            // Errors too: whatever a function throws, its caller gets an answer, and the thread goes on.
            Problem problem = Diagnosis.of(e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
                    response.setHeader("WWW-Authenticate", "Basic realm=\"Zaledje\", charset=\"UTF-8\"");
                }
                problem.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
                door.refuse(problem, language, response);
                response.flushBuffer();
            }
        } finally {
            bounded.drain();
        }
    }

    private void enter(Door door, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Optional<String> key = KeyedRequest.key(request);
        service(callers).callAs(caller, () -> {
            try (FunctionTraffic.Passage passage = door.passage(request)) {
                if (key.isPresent()) {
                    KeyedRequest.answer(service(idempotency), key.get(), door, request, response);
                } else {
                    door.enter(request, response);
                }
            }
            return null;
        });
    }

    /** Without companies to ask, a request that names none is let through; functions need them anyway. */
    private Caller atWork(Caller caller, HttpServletRequest request) {
        Optional<UUID> wanted = WantedCompany.of(request);
        return wanted.isEmpty() && companies.get() == null ? caller : service(companies).enter(caller, wanted);
    }

    /** Who asks, where they have said so and it can be found out now; for doors that are open to everybody, but tell some more. */
    public Optional<Caller> known(HttpServletRequest request) {
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        try {
            traffic.refuseGuessing(request.getRemoteAddr());
            Optional<Caller> caller = header.flatMap(this::caller);
            if (caller.isEmpty()) {
                traffic.loginFailed(request.getRemoteAddr());
            }
            return caller;
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** A caller, and the request to go on with. */
    private record Identified(Caller caller, HttpServletRequest request) {
    }

    private Identified identify(Door door, HttpServletRequest request) throws IOException {
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
        Optional<BodyLogin> login = header.isPresent() ? Optional.empty() : door.login(request);
        if (header.isEmpty() && login.isEmpty()) {
            throw Problem.exception(Kind.UNAUTHENTICATED, "auth.required");
        }
        traffic.refuseGuessing(request.getRemoteAddr());
        Caller caller = header.map(this::caller).orElseGet(() -> caller(login.get())).orElseThrow(() -> {
            traffic.loginFailed(request.getRemoteAddr());
            return Problem.exception(Kind.UNAUTHENTICATED, "auth.failed");
        });
        login.ifPresent(BodyLogin::accepted);
        return new Identified(caller, login.map(BodyLogin::request).orElse(request));
    }

    private Optional<Caller> caller(BodyLogin login) {
        return service(authentication).authenticate(login.name(), login.password());
    }

    private Optional<Caller> caller(String header) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return service(authentication).authenticateToken(header.substring(BEARER.length()).strip());
        }
        return BasicCredentials.parse(header)
                .flatMap(given -> service(authentication).authenticate(given.name(), given.password()));
    }

    private static <T> T service(AtomicReference<T> reference) {
        return Optional.ofNullable(reference.get()).orElseThrow(Guard::notReady);
    }

    private static ProblemException notReady() {
        return Problem.exception(Kind.UNAVAILABLE, "platform.not-ready");
    }
}
