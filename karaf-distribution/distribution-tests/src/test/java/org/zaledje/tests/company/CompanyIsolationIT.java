package org.zaledje.tests.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/*
 * How is an operation covered that is added tomorrow?
 *
 * Everything that OpenAPI knows is called. One person, who may do everything in company A and nothing elsewhere, makes
 * records by every POST; bodies are filled from the schema, and each free text holds a marker. Another, who may do everything
 * in company B, then reads every list, and asks every operation on a record for the records of A: none of A's ids nor the
 * marker may come, and what is asked for by its id is not there. An operation that can't be called so far fails the test,
 * until the schema tells how, or a sample or a reason stands below.
 */

/** Nobody reaches the records of a company in which they have no rights: at no door, by no operation. */
@ExtendWith(ZaledjeExtension.class)
class CompanyIsolationIT {

    private static final String API = "/api/v1/";
    private static final String CSV = "text/csv";
    private static final String ADMINISTRATOR = "00000000-0000-0000-0000-000000000001";
    private static final String RUNS = API + "procedures/runs";
    private static final Pattern OF_TASKS = Pattern.compile(API + "(tasks|procedures/runs)/\\{id}.*");
    private static final String PLAN = """
            {"title": {"en": "Approval"}, "active": true, "steps": [%s]}""";
    private static final String STEP = """
            {"key": "step-%d", "title": {"en": "Approve"}, "kind": "APPROVAL", "approvals": 20,
             "candidates": [{"kind": "PERMISSION", "name": "accounting.invoice.approve"}]}""";
    private static final List<String> NAMES = List.of("id", "number", "code", "name");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Operations that make nothing in a company by this way, each with the reason. */
    private static final Map<Pattern, String> EXCUSED = Map.of(
            Pattern.compile("\\w+ /api/v1/people/me(/.*)?"), "one's own account is nobody else's",
            Pattern.compile("\\w+ /api/v1/documents(/.*)?"), "documents need a record that no schema names; DocumentsIT asks from elsewhere",
            Pattern.compile("\\w+ /api/v1/events/dead-letters/\\{id}.*"), "no call makes a dead letter",
            Pattern.compile("POST /api/v1/jobs/\\{id}/runs"), "jobs are the installation's; runs are their starter's",
            Pattern.compile("\\w+ /api/v1/jobs/runs/\\{run}.*"), "runs are their starter's");

    private final Zaledje zaledje;
    private final Staff staff;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String marker = "Zarja " + unique;
    private final Map<String, Set<String>> made = new TreeMap<>();
    private final Set<String> secrets = new HashSet<>();
    private final List<String> notExercised = new ArrayList<>();
    private List<ApiOperation> operations;
    private Rest inA;
    private Rest inB;

    CompanyIsolationIT(Zaledje zaledje) {
        this.zaledje = zaledje;
        staff = new Staff(zaledje);
    }

    @BeforeEach
    void twoPeopleEachMayDoEverythingInOneCompany() {
        zaledje.ensure("accounting");
        zaledje.ensure("notes");
        String a = staff.company("Isolated A " + unique);
        String b = staff.company("Isolated B " + unique);
        inA = staff.person("iso-a-" + unique, ADMINISTRATOR, a);
        inB = staff.person("iso-b-" + unique, ADMINISTRATOR, b);
        secrets.addAll(List.of(a, marker, "127.0.0.1:1/" + unique, "Isolated A " + unique, "iso-a-" + unique));
        operations = ApiOperation.of(zaledje.anonymous().get("/api/openapi.json").json());
        makeRecords();
    }

    @Test
    void nothingOfAnotherCompanyIsReadOrChangedOverRest() {
        Map<String, Set<String>> versions = versionsInA();
        List<String> leaks = new ArrayList<>();
        int asked = 0;
        for (ApiOperation operation : operations) {
            if (operation.method().equals("POST") && !operation.hasParameter() || isExcused(operation)) {
                continue;
            }
            for (String id : operation.namesRecord() ? idsFor(operation) : namesFor(operation)) {
                Answer answer = ask(inB, operation, id);
                asked++;
                if (operation.namesRecord() && !Set.of(403, 404).contains(answer.status())) {
                    leaks.add(operation + " of " + id + ": " + answer);
                }
                secrets.stream().filter(secret -> !operation.address(id).contains(secret))
                        .filter(answer.text()::contains).forEach(secret -> leaks.add(operation + " tells " + secret + ": " + answer));
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(notExercised).as("operations that could not be tried: tell how, or why not").isEmpty();
        assertThat(versionsInA()).as("A's records as they were").isEqualTo(versions);
        assertThat(asked).isGreaterThan(40);
    }

    @Test
    void nothingOfAnotherCompanyIsReadOverSoap() throws Exception {
        List<String> leaks = new ArrayList<>();
        int asked = 0;
        int told = 0;
        for (SoapMessages service : SoapMessages.of(zaledje)) {
            for (String operation : service.operations()) {
                for (String id : allIds()) {
                    String message = service.message(operation, id, marker);
                    Answer own = post(inA, service, message);
                    Answer answer = post(inB, service, message);
                    asked++;
                    told += own.text().contains(id) || own.text().contains(marker) ? 1 : 0;
                    secrets.stream().filter(secret -> !message.contains(secret)).filter(answer.text()::contains)
                            .forEach(secret -> leaks.add(operation + " tells " + secret + ": " + answer));
                    if (answer.text().contains(">" + id + "<")) {
                        leaks.add(operation + " answers " + id + ": " + answer);
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(asked).isGreaterThan(20);
        assertThat(told).as("how often its own company is told").isPositive();
    }

    private static Answer post(Rest caller, SoapMessages service, String message) {
        return caller.post(service.path(), "text/xml", message.getBytes(StandardCharsets.UTF_8));
    }

    /** By every POST, those first that need no other record. */
    private void makeRecords() {
        List<ApiOperation> posts = operations.stream().filter(operation -> operation.method().equals("POST"))
                .filter(operation -> !isExcused(operation)).toList();
        posts.stream().filter(operation -> !operation.hasParameter()).forEach(operation -> make(operation, "x"));
        posts.stream().filter(operation -> operation.hasParameter() && !operation.namesRecord())
                .forEach(operation -> make(operation, operation.content().has(CSV) ? "notes.notes"
                        : namesFor(operation).iterator().next()));
        posts.stream().filter(operation -> operation.namesRecord() && !isOfTasks(operation)).forEach(this::makeOfRecord);
        makeTasks();
        posts.stream().filter(CompanyIsolationIT::isOfTasks).forEach(this::makeOfRecord);
    }

    private void makeOfRecord(ApiOperation operation) {
        idsFor(operation).stream().findFirst().ifPresent(id -> make(operation, id));
    }

    private static boolean isOfTasks(ApiOperation operation) {
        return OF_TASKS.matcher(operation.path()).matches();
    }

    /** Two invoices that wait for several approvals each: one is taken back, on the other's tasks everything else is tried. */
    private void makeTasks() {
        String steps = IntStream.range(0, 5).mapToObj(STEP::formatted).collect(Collectors.joining(","));
        Answer published = inA.with("If-Match", "*").with("Content-Type", Rest.JSON).send("PUT",
                API + "procedures/accounting.invoice-approval", BodyPublishers.ofString(PLAN.formatted(steps)));
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            Answer submitted = inA.post(API + "accounting/invoices", Rest.XML, Invoices.numbered(marker + " " + i));
            assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
        }
        Set<String> runs = new LinkedHashSet<>(inA.get(API + "tasks").json().findValuesAsText("run"));
        assertThat(runs).hasSize(2);
        made.put(RUNS, runs);
        secrets.addAll(runs);
    }

    private void make(ApiOperation operation, String id) {
        Set<String> exemplary = new HashSet<>();
        Answer answer = post(operation, id, exemplary);
        while (answer.status() == 422 && refused(answer).stream().anyMatch(exemplary::add)) {
            exemplary.addAll(refused(answer));
            answer = post(operation, id, exemplary);
        }
        boolean ofTheInstallation = answer.status() == 403 && answer.code().equals("security.forbidden-everywhere");
        if (answer.status() >= 300 && !ofTheInstallation) {
            notExercised.add(operation + ": " + answer);
        } else if (answer.mediaType().equals(Rest.JSON)) {
            Set<String> ids = made.computeIfAbsent(operation.path(), path -> new LinkedHashSet<>());
            answer.json().findValuesAsText("id").stream().filter(found -> ID.matcher(found).matches()).forEach(ids::add);
            secrets.addAll(ids);
        }
    }

    private Answer post(ApiOperation operation, String id, Set<String> exemplary) {
        String address = operation.address(id);
        Rest caller = inA.with("If-Match", "*");
        Optional<String> sample = sample(operation);
        if (sample.isPresent()) {
            return caller.post(address, sample.get());
        }
        if (operation.content().has(Rest.XML)) {
            return caller.post(address, Rest.XML, Invoices.numbered(marker));
        }
        if (operation.content().has(CSV)) {
            return caller.post(address, CSV, ("title\n" + marker + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (operation.content().isEmpty()) {
            return caller.send("POST", address, BodyPublishers.noBody());
        }
        return operation.takesJson() ? caller.post(address, operation.json(marker, exemplary))
                : caller.post(address, operation.content().fieldNames().next(), new byte[] {'x'});
    }

    /** What no schema tells: amounts that are balanced, and an address that nothing leaves this machine for. */
    private Optional<String> sample(ApiOperation operation) {
        return switch (operation.path()) {
            case "/api/v1/accounting/entries" -> Optional.of("{\"date\":\"2026-01-31\",\"journal\":\"GEN\",\"description\":\"" + marker
                    + "\",\"lines\":[{\"account\":\"120000\",\"debit\":\"12.20\"},"
                    + "{\"account\":\"760000\",\"credit\":\"12.20\"}]}");
            case "/api/v1/tasks/substitutions" -> Optional.of("{\"substitute\":\"admin\",\"from\":\"2030-07-01\",\"to\":\"2030-07-14\"}");
            // As it is proposed.
            case "/api/v1/accounting/invoices/{id}/post" -> Optional.of("");
            case "/api/v1/companies" ->
                    Optional.of("{\"name\":\"" + marker + "\",\"country\":\"SI\",\"currency\":\"EUR\"}");
            case "/api/v1/events/webhooks" ->
                    Optional.of("{\"url\":\"http://127.0.0.1:1/" + unique + "\",\"types\":[\"shop.order.approved\"]}");
            default -> Optional.empty();
        };
    }

    /** Names of the members of which a refusal says that they break rules. */
    private static Set<String> refused(Answer answer) {
        Set<String> names = new TreeSet<>();
        answer.json().path("violations").forEach(violation ->
                names.add(violation.path("location").asText().replaceFirst(".*/", "")));
        return names;
    }

    private boolean isExcused(ApiOperation operation) {
        return EXCUSED.keySet().stream().anyMatch(pattern -> pattern.matcher(operation.toString()).matches());
    }

    /** Records of A that an operation can be asked for: those made at its collection, else those listed there. */
    private Set<String> idsFor(ApiOperation operation) {
        String collection = operation.collection().orElseThrow();
        Set<String> ids = new LinkedHashSet<>(made.getOrDefault(collection, Set.of()));
        // What is made at /x/{name}/ys may be read at /x/ys.
        String last = collection.substring(collection.lastIndexOf('/'));
        String function = collection.substring(0, collection.indexOf('/', API.length()) + 1);
        made.forEach((path, found) -> {
            if (path.endsWith("}" + last) && !function.isEmpty() && path.startsWith(function)) {
                ids.addAll(found);
            }
        });
        if (ids.isEmpty()) {
            Answer listed = inA.get(collection);
            if (listed.status() == 403) {
                // The installation's own, which neither may see.
                return Set.of(UUID.randomUUID().toString());
            }
            listed.json().findValuesAsText("id").stream().filter(found -> ID.matcher(found).matches()).limit(3).forEach(ids::add);
        }
        if (ids.isEmpty()) {
            notExercised.add(operation + ": A has none of what it is for");
        }
        return ids;
    }

    /** What an operation can be asked for that takes a name in the place of an id: names that are listed where it belongs. */
    private Set<String> namesFor(ApiOperation operation) {
        Set<String> names = new LinkedHashSet<>();
        operation.collection().filter(collection -> !collection.contains("{")).map(inA::get)
                .filter(listed -> listed.status() == 200 && listed.mediaType().equals(Rest.JSON)).ifPresent(listed ->
                        NAMES.forEach(name -> names.addAll(listed.json().findValuesAsText(name))));
        names.removeIf(name -> !NAME.matcher(name).matches());
        return names.isEmpty() ? Set.of("x") : names.stream().limit(3).collect(Collectors.toSet());
    }

    private Set<String> allIds() {
        Set<String> ids = new TreeSet<>();
        made.values().forEach(ids::addAll);
        return ids;
    }

    private Answer ask(Rest caller, ApiOperation operation, String id) {
        Rest anyVersion = caller.with("If-Match", "*");
        String address = operation.address(id);
        if (operation.method().equals("GET") || operation.content().isEmpty()) {
            return anyVersion.send(operation.method(), address, BodyPublishers.noBody());
        }
        String type = operation.takesJson() ? Rest.JSON : operation.content().fieldNames().next();
        String body = operation.takesJson() ? operation.json("Mrak " + unique, ApiOperation.ALL) : "x";
        return anyVersion.with("Content-Type", type).send(operation.method(), address, BodyPublishers.ofString(body));
    }

    /** The records of A as A reads them, each with its version or content. */
    private Map<String, Set<String>> versionsInA() {
        Map<String, Set<String>> versions = new TreeMap<>();
        for (ApiOperation operation : operations) {
            if (operation.method().equals("GET") && operation.namesRecord() && !isExcused(operation)
                    && made.containsKey(operation.collection().orElseThrow())) {
                Set<String> seen = versions.computeIfAbsent(operation.path(), path -> new TreeSet<>());
                idsFor(operation).forEach(id -> {
                    Answer answer = inA.get(operation.address(id));
                    seen.add(id + " " + answer.status() + " " + answer.header("ETag")
                            + (answer.mediaType().equals(Rest.JSON) ? stable(answer.json()) : ""));
                });
            }
        }
        return versions;
    }

    private static String stable(JsonNode answer) {
        return answer.toString();
    }
}
