package org.zaledje.tests.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaledje.tests.procedure.Approvers.decide;
import static org.zaledje.tests.procedure.Approvers.task;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** An invoice over an amount is approved by two people, neither of whom handed it in, before it is posted. */
@ExtendWith(ZaledjeExtension.class)
class InvoiceApprovalIT {

    private final Zaledje zaledje;
    private Approvers people;

    InvoiceApprovalIT(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    @BeforeEach
    void aCompanyHasItsInvoicesApproved() {
        zaledje.ensure("accounting");
        people = new Approvers(zaledje);
    }

    @Test
    void itIsPostedOnceTwoOthersHaveApproved() {
        String invoice = people.invoice();
        assertThat(people.post(invoice).code()).isEqualTo("accounting.invoice.under-approval");
        assertThat(people.maja.get("/api/v1/tasks/count").json().path("all").asInt()).isZero();
        assertThat(people.byAna.get("/api/v1/tasks/count").json().path("all").asInt()).isEqualTo(1);
        String task = task(people.byAna);

        Rest once = people.byAna.with("Idempotency-Key", "approve-" + invoice);
        assertThat(decide(once, task, "APPROVE", "").status()).isEqualTo(204);
        assertThat(decide(once, task, "APPROVE", "").status()).as("the same request again").isEqualTo(204);
        assertThat(decide(people.byAna, task, "APPROVE", "").code()).isEqualTo("security.separation-of-duties");
        assertThat(people.post(invoice).status()).isEqualTo(409);
        JsonNode run = people.maja.get("/api/v1/procedures/records/accounting.invoice/" + invoice).json();
        assertThat(run.path("state").asText()).isEqualTo("RUNNING");
        assertThat(run.path("decisions")).hasSize(1);
        assertThat(decide(people.byBor, task, "APPROVE", "").status()).isEqualTo(204);

        Answer posted = people.post(invoice);
        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);
        assertThat(people.byBor.get("/api/v1/tasks/" + task).status()).isEqualTo(404);
    }

    @Test
    void whatWasTurnedDownIsNotPostedUntilItIsSentAgainAndApproved() {
        String invoice = people.invoice();
        String task = task(people.byAna);
        assertThat(decide(people.byAna, task, "REJECT", " ").code()).isEqualTo("task.invalid");
        assertThat(decide(people.byAna, task, "REJECT", "Not ordered.").status()).isEqualTo(204);
        assertThat(people.post(invoice).code()).isEqualTo("accounting.invoice.turned-down");

        assertThat(people.maja.post("/api/v1/accounting/invoices/" + invoice + "/approval", "").status()).isEqualTo(204);
        assertThat(decide(people.byAna, task(people.byAna), "RETURN", "Which order?").status()).isEqualTo(204);
        assertThat(people.maja.get("/api/v1/tasks").json().path("items").get(0).path("step").asText()).isEqualTo("*starter");
        assertThat(people.maja.post("/api/v1/accounting/invoices/" + invoice + "/approval", "").status()).isEqualTo(204);
        String again = task(people.byBor);
        assertThat(people.byAna.post("/api/v1/tasks/decisions",
                "{\"tasks\":[\"" + again + "\"],\"decision\":\"APPROVE\"}").json().path("items").get(0).path("decided").asBoolean()).isTrue();
        assertThat(decide(people.byBor, again, "APPROVE", "").status()).isEqualTo(204);
        assertThat(people.post(invoice).status()).isEqualTo(201);
    }

    @Test
    void whatIsNotOverTheAmountIsPostedAtOnceAndWhatIsUnderWayKeepsItsVersion() {
        String waiting = people.invoice();
        people.switchOn("300");
        assertThat(people.post(people.invoice()).status()).isEqualTo(201);
        assertThat(people.post(waiting).code()).isEqualTo("accounting.invoice.under-approval");
    }

    @Test
    void aWaitingInvoiceOutlivesTheFunction() {
        String invoice = people.invoice();
        assertThat(decide(people.byAna, task(people.byAna), "APPROVE", "").status()).isEqualTo(204);
        zaledje.remove("accounting");
        zaledje.awaitNoFunction("accounting");
        String task = task(people.byBor);
        assertThat(decide(people.byBor, task, "APPROVE", "").status()).as("the task outlives it, too").isEqualTo(204);
        zaledje.ensure("accounting");
        zaledje.awaitServed("accounting");
        assertThat(people.post(invoice).status()).isEqualTo(201);
    }
}
