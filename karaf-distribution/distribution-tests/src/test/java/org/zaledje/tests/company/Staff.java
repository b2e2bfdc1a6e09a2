package org.zaledje.tests.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Companies, and people who may work in one of them, made by the administrator. Names that are there already stay. */
public final class Staff {

    public static final String PASSWORD = "four-loud-kettles";

    private static final String FIRST_PASSWORD = "three-quiet-lamps";

    private final Zaledje zaledje;
    private final Rest admin;

    public Staff(Zaledje zaledje) {
        this.zaledje = zaledje;
        admin = zaledje.rest();
    }

    /** The id of the first company. */
    public String firstCompany() {
        return admin.get("/api/v1/companies").json().path("items").get(0).path("id").asText();
    }

    /** The name of the first company. */
    public String firstCompanyName() {
        return admin.get("/api/v1/companies").json().path("items").get(0).path("name").asText();
    }

    /** The id of a company of this name. */
    public String company(String name) {
        return StreamSupport.stream(admin.get("/api/v1/companies").json().path("items").spliterator(), false)
                .filter(company -> company.path("name").asText().equals(name)).map(company -> company.path("id").asText())
                .findFirst().orElseGet(() -> made(admin, "/api/v1/companies",
                        "{\"name\":\"" + name + "\",\"country\":\"SI\",\"currency\":\"EUR\"}"));
    }

    /** The id of a new role that gives these permissions. */
    public String role(String name, String... permissions) {
        String listed = Arrays.stream(permissions).map(each -> '"' + each + '"').collect(Collectors.joining(","));
        return made(admin, "/api/v1/people/roles", "{\"name\":\"" + name + "\",\"permissions\":[" + listed + "]}");
    }

    /** Somebody new who has a role in one company, and has been in already. Calls of theirs are for that company. */
    public Rest person(String name, String role, String company) {
        return person(name, "{\"role\":\"" + role + "\",\"company\":\"" + company + "\"}").with("Zaledje-Company", company);
    }

    /** Somebody new who has a role in one unit of a company, and has been in already. */
    public Rest personOfUnit(String name, String role, String company, String unit) {
        return person(name, "{\"role\":\"" + role + "\",\"company\":\"" + company + "\",\"units\":[\"" + unit + "\"]}")
                .with("Zaledje-Company", company);
    }

    private Rest person(String name, String assignment) {
        made(admin, "/api/v1/people/users", "{\"name\":\"" + name + "\",\"password\":\"" + FIRST_PASSWORD
                + "\",\"assignments\":[" + assignment + "]}");
        Answer changed = zaledje.anonymous().as(name, FIRST_PASSWORD).with("Content-Type", Rest.JSON).send("PUT",
                "/api/v1/people/me/password",
                BodyPublishers.ofString("{\"old\":\"" + FIRST_PASSWORD + "\",\"password\":\"" + PASSWORD + "\"}"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        return zaledje.anonymous().as(name, PASSWORD);
    }

    /** The id of what a call has made. */
    static String made(Rest caller, String path, String body) {
        Answer answer = caller.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }
}
