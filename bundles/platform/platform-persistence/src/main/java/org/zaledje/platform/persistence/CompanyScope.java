package org.zaledje.platform.persistence;

import java.sql.Types;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.persistence.config.ParserValidationType;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.SingleTableMultitenantPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.MultitenantPrimaryKeyMapping;
import org.eclipse.persistence.mappings.converters.SerializedObjectConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * Limits every entity of a persistence unit to one company's rows. For {@code persistence.xml}:
 *
 * <pre>{@code
 * <property name="eclipselink.session.customizer" value="org.zaledje.platform.persistence.CompanyScope"/>
 * }</pre>
 *
 * <p>It does to each entity what EclipseLink's annotations {@code @Multitenant} and {@code @TenantDiscriminatorColumn} with
 * {@code primaryKey = true} do to one, so that none can be forgotten. Ids of type UUID are stored as such, without a
 * converter.
 */
public final class CompanyScope implements SessionCustomizer {

    /** The column that holds the company. */
    public static final String COLUMN = "company_id";

    /** Name of the entity manager's property that holds the company. */
    public static final String PROPERTY = "zaledje.company";

    @Override
    public void customize(Session session) {
        // EclipseLink's own words in JPQL, such as TABLE and SQL, lead past the entities.
        session.setProperty(PersistenceUnitProperties.JPQL_VALIDATION, ParserValidationType.JPA21);
        session.getDescriptors().values().stream().distinct().forEach(CompanyScope::limit);
    }

    /** Whether it has been applied to all of the unit. */
    public static boolean isOn(Session session) {
        return session.getDescriptors().values().stream().allMatch(CompanyScope::isLimited);
    }

    private static boolean isLimited(ClassDescriptor descriptor) {
        return descriptor.isAggregateDescriptor()
                || descriptor.getMultitenantPolicy() instanceof SingleTableMultitenantPolicy policy
                && policy.getTenantDiscriminatorFields().containsValue(PROPERTY);
    }

    private static void limit(ClassDescriptor descriptor) {
        descriptor.getMappings().forEach(CompanyScope::keepUuids);
        if (descriptor.isAggregateDescriptor()) {
            return;
        }
        DatabaseField column = new DatabaseField(COLUMN, descriptor.getTableName());
        column.setType(UUID.class);
        column.setPrimaryKey(true);
        SingleTableMultitenantPolicy policy = new SingleTableMultitenantPolicy(descriptor);
        policy.addTenantDiscriminatorField(PROPERTY, column);
        descriptor.setMultitenantPolicy(policy);
        MultitenantPrimaryKeyMapping mapping = new MultitenantPrimaryKeyMapping();
        mapping.setContextProperty(PROPERTY);
        mapping.setField(column);
        descriptor.addMapping(mapping);
        descriptor.addPrimaryKeyField(column);
    }

    /** JPA knows no UUID: left alone, they would be stored as serialized objects. */
    private static void keepUuids(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct
                && direct.getConverter() instanceof SerializedObjectConverter && holdsUuid(direct)) {
            direct.setConverter(null);
            direct.getField().setType(UUID.class);
            // For absent ones: PostgreSQL takes no text for them, which EclipseLink would make of them.
            direct.getField().setSqlType(Types.OTHER);
        }
    }

    private static boolean holdsUuid(DatabaseMapping mapping) {
        return Stream.<Class<?>>iterate(mapping.getDescriptor().getJavaClass(), Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .anyMatch(field -> field.getName().equals(mapping.getAttributeName()) && field.getType() == UUID.class);
    }
}
