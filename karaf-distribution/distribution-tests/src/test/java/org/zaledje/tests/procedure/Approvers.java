package org.zaledje.tests.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.company.Staff;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** A new company in which two of its three people may approve invoices over 100 euros, and have to. */
final class Approvers {

    static final String PROCEDURE = "/api/v1/procedures/accounting.invoice-approval";

    final String ana;
    final String bor;
    final String manager;
    final Rest maja;
    final Rest byAna;
    final Rest byBor;
    final Rest admin;

    Approvers(Zaledje zaledje) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        Staff staff = new Staff(zaledje);
        String company = staff.company("Approvals " + unique);
        String bookkeeper = staff.role("Bookkeeper " + unique, "accounting.invoice.read", "accounting.invoice.submit",
                "accounting.invoice.post", "administration.task.work");
        String approver = staff.role("Approver " + unique, "accounting.invoice.read", "accounting.invoice.approve",
                "administration.task.work");
        ana = "ana-" + unique;
        bor = "bor-" + unique;
        maja = staff.person("maja-" + unique, bookkeeper, company);
        byAna = staff.person(ana, approver, company);
        byBor = staff.person(bor, approver, company);
        admin = zaledje.rest().with("Zaledje-Company", company);
        manager = "manager-" + unique;
        staff.person(manager, staff.role("Manager " + unique, "administration.procedure.manage"), company);
        switchOn("100");
    }

    /** Has invoices over an amount approved from now on. */
    void switchOn(String amount) {
        Answer read = admin.get(PROCEDURE);
        ObjectNode plan = (ObjectNode) read.json();
        plan.remove(List.of("id", "version", "publishedAt", "publishedBy"));
        plan.put("active", true);
        for (JsonNode condition : plan.path("steps").get(0).path("conditions")) {
            if (condition.path("fact").asText().equals("amount")) {
                ((ObjectNode) condition).put("value", amount);
            }
        }
        Answer published = admin.with("Content-Type", Rest.JSON).with("If-Match", read.header("ETag"))
                .send("PUT", PROCEDURE, BodyPublishers.ofString(plan.toString()));
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
    }

    /** The id of an invoice of some 250 euros that Maja has handed in. */
    String invoice() {
        Answer submitted = maja.post("/api/v1/accounting/invoices", Rest.XML, Invoices.fresh());
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
        return submitted.json().path("id").asText();
    }

    Answer post(String invoice) {
        return maja.send("POST", "/api/v1/accounting/invoices/" + invoice + "/post", BodyPublishers.noBody());
    }

    /** The id of somebody's only task. */
    static String task(Rest who) {
        JsonNode tasks = who.get("/api/v1/tasks").json().path("items");
        assertThat(tasks).as(tasks.toString()).hasSize(1);
        return tasks.get(0).path("id").asText();
    }

    static Answer decide(Rest who, String task, String decision, String comment) {
        return who.post("/api/v1/tasks/" + task + "/decision",
                "{\"decision\":\"" + decision + "\",\"comment\":\"" + comment + "\"}");
    }
}
