package org.zaledje.testkit;

/**
 * The databases that Zaledje runs on. For a test that must hold on both:
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource
 * void entriesAreNumberedWithoutGaps(Engine engine) {
 *     try (TestDatabase database = engine.create()) {
 *         JpaTemplate jpa = database.migrate("db/accounting/changelog.xml").jpa("accounting");
 * }</pre>
 */
public enum Engine {
    /** H2 in a file, as a small company runs it. */
    H2,
    /** A real PostgreSQL server, started once for the JVM. */
    POSTGRESQL;

    /** A new, empty database. */
    public TestDatabase create() {
        return this == H2 ? TestDatabase.h2() : TestDatabase.postgresql();
    }
}
