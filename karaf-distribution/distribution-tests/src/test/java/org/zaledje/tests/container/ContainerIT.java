package org.zaledje.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.container.KarafExtension.Karaf;

/** What the coming and going of a function does inside the container, seen by a probe. */
@ExtendWith(KarafExtension.class)
class ContainerIT {

    private final Karaf karaf;
    private final Accounting accounting;

    ContainerIT(Karaf karaf) {
        this.karaf = karaf;
        accounting = new Accounting(karaf.rest());
    }

    @Test
    void aFunctionComesWithAllItsPartsAndGoesWithAllOfThem() throws Exception {
        try (InContainer probe = karaf.probe(FunctionsProbe.class)) {
            probe.call("nothingOfTheFunctionIsThere");
            probe.call("install");
            probe.call("everythingOfTheFunctionIsThere");
            String entry = accounting.posted(Accounting.sale());

            probe.call("remove");
            probe.call("nothingOfTheFunctionIsThere");
            assertThat(accounting.entry(entry).status()).isEqualTo(404);

            probe.call("install");
            probe.call("everythingOfTheFunctionIsThere");
            assertThat(accounting.entry(entry).status()).isEqualTo(200);
            probe.call("remove");
        }
    }

    @Test
    void everyPageAsksForAPermission() throws Exception {
        try (InContainer probe = karaf.probe(FunctionsProbe.class)) {
            probe.call("install");
            probe.call("everyPageAsksForAPermission");
            probe.call("remove");
        }
    }

    @Test
    void nothingElseIsStoppedOrRefreshed() throws Exception {
        try (InContainer probe = karaf.probe(FunctionsProbe.class)) {
            probe.call("watchThePlatform");
            probe.call("install");
            probe.call("nothingOfThePlatformWasDisturbed");
            probe.call("remove");
            probe.call("nothingOfThePlatformWasDisturbed");
            probe.call("install");
            probe.call("remove");
            probe.call("nothingOfThePlatformWasDisturbed");
        }
    }
}
