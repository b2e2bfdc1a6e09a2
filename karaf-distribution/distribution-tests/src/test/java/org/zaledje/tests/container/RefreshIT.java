package org.zaledje.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.container.KarafExtension.Karaf;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.FunctionKar.Variant;

/** Installing, updating and removing a function stops, refreshes and restarts no bundle but its own. */
@ExtendWith(KarafExtension.class)
class RefreshIT {

    private static final String UPLOAD = "/api/v1/functions?file=guestbook.kar";
    private static final String FUNCTION = "/api/v1/functions/guestbook";
    private static final String OWN = "org.example.guestbook";

    private final Karaf karaf;

    RefreshIT(Karaf karaf) {
        this.karaf = karaf;
    }

    @Test
    void noBundleOfAnotherIsTouchedByWhatIsDoneToAFunction(@TempDir Path folder) throws Exception {
        FunctionKar kars = new FunctionKar(Distribution.built(), folder);
        require(karaf.rest().post("/api/v1/functions/notes/install", ""), 200);
        try (InContainer probe = karaf.probe(RefreshProbe.class)) {
            probe.call("watch");
            check(probe, "install", () -> require(upload(kars.build(Variant.VERSION_1)), 201));
            check(probe, "update", () -> require(upload(kars.build(Variant.VERSION_2)), 201));
            check(probe, "roll back", () -> require(karaf.rest().post(FUNCTION + "/rollback", ""), 200));
            check(probe, "stop", () -> require(karaf.rest().post(FUNCTION + "/stop", ""), 204));
            check(probe, "start", () -> require(karaf.rest().post(FUNCTION + "/start", ""), 200));
            check(probe, "remove", () -> require(delete(FUNCTION), 204));
            probe.call("watchNoMore");
        }
        require(delete("/api/v1/functions/notes"), 204);
    }

    private void check(InContainer probe, String step, Runnable action) throws Exception {
        action.run();
        probe.call("tell");
        List<String> events = Files.readAllLines(karaf.data().resolve(RefreshProbe.FILE));
        System.out.println(step + ": " + events);
        assertThat(events).as(step).isNotEmpty()
                .allSatisfy(event -> assertThat(event).startsWith(OWN + " "));
    }

    private Answer upload(Path archive) {
        try {
            return karaf.rest().post(UPLOAD, "application/octet-stream", Files.readAllBytes(archive));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer delete(String path) {
        return karaf.rest().send("DELETE", path, BodyPublishers.noBody());
    }

    private static void require(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
