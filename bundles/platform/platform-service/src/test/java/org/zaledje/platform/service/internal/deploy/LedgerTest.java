package org.zaledje.platform.service.internal.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    private Path folder;

    private final Installation whole = new Installation("Štampilka = 1.kar", new Archive("ab12",
            List.of(new FeatureId("a", "1.0.0"), new FeatureId("b", "2.0.0")), "t/features.xml"), true);
    private final Installation begun = new Installation("b.kar",
            new Archive("cd34", List.of(new FeatureId("b", "1")), "t/f.xml"), false);

    @Test
    void whatIsEnteredIsThereAfterARestart() throws IOException {
        Path file = folder.resolve("data/ledger.properties");
        Ledger ledger = new Ledger(file);
        ledger.put(whole);
        ledger.put(begun);
        assertEquals(List.of(begun, whole), new Ledger(file).installations());
        ledger.remove("b.kar");
        assertEquals(List.of(whole), new Ledger(file).installations());
    }

    @Test
    void anEntryThatCannotBeReadIsLeftOut() throws IOException {
        Path file = folder.resolve("ledger.properties");
        new Ledger(file).put(whole);
        Files.writeString(file, "x.kar=complete only-this\n", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        assertEquals(List.of(whole), new Ledger(file).installations());
    }
}
