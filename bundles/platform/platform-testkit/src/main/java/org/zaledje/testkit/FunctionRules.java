package org.zaledje.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * What every function keeps to. For a test of its own:
 *
 * <pre>{@code
 * @Test
 * void rowsAreReachedThroughTheirCompany() {
 *     FunctionRules.check("org.zaledje.notes");
 * }
 * }</pre>
 */
public final class FunctionRules {

    private FunctionRules() {
    }

    /**
     * Nothing in these packages, tests aside, goes round {@link org.zaledje.platform.persistence.CompanyData}.
     *
     * @throws AssertionError naming each place that does
     */
    public static void check(String... packages) {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("javax.persistence.EntityManager")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("javax.persistence.EntityManagerFactory")
                .orShould().dependOnClassesThat().resideInAPackage("org.apache.aries.jpa..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("javax.sql.DataSource")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.sql.Connection")
                .because("a query that goes round CompanyData can show one company's rows to another")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(packages));
    }
}
