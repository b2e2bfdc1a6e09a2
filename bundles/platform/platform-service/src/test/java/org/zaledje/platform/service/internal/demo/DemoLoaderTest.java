package org.zaledje.platform.service.internal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.demo.DemoData;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

@Timeout(60)
class DemoLoaderTest {

    private final ThreadCallers callers = new ThreadCallers();
    private final List<Optional<Caller>> loads = new CopyOnWriteArrayList<>();

    /** Fails at its first load. */
    private final DemoData demo = new DemoData() {
        @Override
        public String functionId() {
            return "notes";
        }

        @Override
        public void load() {
            loads.add(callers.current());
            if (loads.size() == 1) {
                throw new IllegalStateException("not yet");
            }
        }
    };

    @ParameterizedTest
    @EnumSource
    void demoContentIsLoadedOnceByTheSystemAndTriedAgainAfterAFailure(Engine engine) throws Exception {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            appear(database, "true");
            assertEquals(1, loads.size());
            appear(database, "true");
            assertEquals(2, loads.size());
            appear(database, "true");
            assertEquals(List.of(Optional.of(Caller.system()), Optional.of(Caller.system())), loads);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheWishThereIsNone(Engine engine) throws Exception {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            appear(database, "false");
            assertEquals(List.of(), loads);
        }
    }

    private void appear(TestDatabase database, String wanted) throws InterruptedException {
        DemoLoader loader = new DemoLoader(new PlatformHome(Map.of("zaledje.demo", wanted)::get), database.dataSource(),
                new TestClock(), callers);
        loader.addDemoData(demo);
        loader.close();
    }
}
