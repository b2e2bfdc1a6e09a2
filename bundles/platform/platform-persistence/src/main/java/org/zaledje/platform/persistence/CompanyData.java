package org.zaledje.platform.persistence;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A function's tables, of which only the current company's rows can be reached. There is one service for each persistence
 * unit, with the unit's name in the property {@code osgi.unit.name}:
 *
 * <pre>{@code
 * @Reference(target = "(osgi.unit.name=notes)") CompanyData data
 * }</pre>
 *
 * <p>The unit's {@code persistence.xml} names {@link CompanyScope} as {@code eclipselink.session.customizer}. Every table
 * has a column {@value CompanyScope#COLUMN} of the type uuid, which leads its primary key and which no entity maps.
 * Thread-safe.
 */
@ProviderType
public interface CompanyData {

    /**
     * Does the work on the current company's rows in the transaction of this thread, or in a new one when there is none.
     * What it throws rolls everything back. All is written when it returns, so that what the database objects to comes
     * from here.
     *
     * @throws IllegalStateException when this thread's transaction has begun with another company's rows of this unit, or
     *                               when the unit is not scoped
     */
    <R> R in(Function<CompanyRows, R> work);
}
