package org.zaledje.platform.service.internal.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {

    @TempDir
    private Path folder;

    @Test
    void anArchiveTellsItsFeatureAndUnpacksToItsRepository() throws Exception {
        Path file = Kars.write(folder.resolve("a.kar"), "acme-fleet", "1.2.0", "content");
        Archive archive = ArchiveReader.read(file);
        assertEquals(List.of(new FeatureId("acme-fleet", "1.2.0")), archive.features());
        assertEquals(64, archive.sha256().length());

        Path target = folder.resolve("unpacked");
        ArchiveReader.unpack(file, target);
        assertTrue(Files.exists(target.resolve(archive.repository())));
        assertEquals("content", Files.readString(target.resolve("t/acme-fleet/1.2.0/acme-fleet.jar")));
    }

    @Test
    void aPartOfAnotherFeatureAndOneThatIsNotAutomaticAreNotInstalledByThemselves() throws Exception {
        String features = Kars.features("""
                <feature name='x-api' version='1'/>
                <feature name='x-tools' version='1' install='manual'/>
                <feature name='x' version='1'>
                  <feature version='[1,1]'> x-api </feature>
                  <bundle>mvn:t/x/1</bundle>
                </feature>
                """);
        Archive archive = ArchiveReader.read(
                Kars.write(folder.resolve("a.kar"), Map.of("repository/features.xml", features)));
        assertEquals(List.of(new FeatureId("x", "1")), archive.features());
    }

    @Test
    void halfAnArchiveOrSomethingElseIsToldAsUnreadable() throws Exception {
        byte[] whole = Files.readAllBytes(Kars.write(folder.resolve("a.kar"), "x", "1", "content"));
        Path half = Files.write(folder.resolve("half.kar"), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(problem(half).contains("can't be read"));
        assertTrue(problem(Files.writeString(folder.resolve("text.kar"), "hello")).contains("can't be read"));
        assertTrue(problem(Files.write(folder.resolve("empty.kar"), new byte[0])).contains("can't be read"));
    }

    @Test
    void damageAnywhereIsNeverMoreThanAProblem() throws Exception {
        Path file = Kars.write(folder.resolve("a.kar"), "x", "1", "content ".repeat(1000));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 60; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x55;
            Files.write(file, damaged);
            try {
                ArchiveReader.read(file);
                ArchiveReader.unpack(file, folder.resolve("unpacked" + i));
            } catch (DeployProblem e) {
                continue;
            }
        }
    }

    @Test
    void anArchiveWithoutOrWithTwoRepositoriesIsRefused() throws Exception {
        Path none = Kars.write(folder.resolve("none.kar"), Map.of("repository/a.txt", "a"));
        assertTrue(problem(none).contains("0 descriptions"));
        assertTrue(problem(Kars.write(folder.resolve("two.kar"), Map.of(
                "repository/a.xml", Kars.features("<feature name='a' version='1'/>"),
                "repository/b.xml", Kars.features("<feature name='b' version='1'/>")))).contains("2 descriptions"));
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() throws Exception {
        Path file = Kars.write(folder.resolve("a.kar"), Map.of(
                "repository/features.xml", Kars.features("<feature name='a' version='1'/>"),
                "repository/../../escaped.txt", "out"));
        assertThrows(DeployProblem.class, () -> ArchiveReader.unpack(file, folder.resolve("x/unpacked")));
        assertFalse(Files.exists(folder.resolve("escaped.txt")));
        assertFalse(Files.exists(folder.resolve("x/escaped.txt")));
    }

    @Test
    void otherXmlIsNoRepositoryAndNothingIsFetchedForIt() throws Exception {
        Path pom = Kars.write(folder.resolve("pom.kar"), Map.of("repository/pom.xml", "<project/>"));
        assertTrue(problem(pom).contains("0 descriptions"));
        String external = "<!DOCTYPE features [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + Kars.features("<feature name='&x;' version='1'/>");
        assertThrows(DeployProblem.class,
                () -> ArchiveReader.read(Kars.write(folder.resolve("x.kar"), Map.of("repository/f.xml", external))));
    }

    @Test
    void namesThatAreNoFeaturesNamesAreRefused() throws Exception {
        for (String name : List.of("", "../x", "a b", "a,b", "a/b")) {
            Path file = Kars.write(folder.resolve("n.kar"),
                    Map.of("repository/f.xml", Kars.features("<feature name='" + name + "' version='1'/>")));
            assertThrows(DeployProblem.class, () -> ArchiveReader.read(file), name);
        }
    }

    private static String problem(Path file) throws IOException {
        return assertThrows(DeployProblem.class, () -> ArchiveReader.read(file)).getMessage();
    }
}
