package org.zaledje.platform.service.internal.deploy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.persistence.EntityManagerFactory;
import javax.persistence.PersistenceException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/**
 * Opens the persistence units of bundles before requests use them, so that one that can't be opened is told when its
 * function is installed, and no caller waits for it. For one thread.
 */
final class PersistenceUnits {

    private static final Texts TEXTS = Texts.beside(PersistenceUnits.class);

    private final BundleContext context;
    private final Map<EntityManagerFactory, Boolean> opened = new WeakHashMap<>();

    PersistenceUnits(BundleContext context) {
        this.context = context;
    }

    /** Opens what is not open yet; the problem when that can't be done. */
    Optional<LocalizedText> open(Collection<Bundle> bundles) {
        try {
            for (ServiceReference<EntityManagerFactory> reference
                    : context.getServiceReferences(EntityManagerFactory.class, null)) {
                if (bundles.contains(reference.getBundle())) {
                    open(reference);
                }
            }
            return Optional.empty();
        } catch (PersistenceException | IllegalStateException e) {
            return Optional.of(TEXTS.text("unit.failed", Reason.of(e)));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(ServiceReference<EntityManagerFactory> reference) {
        EntityManagerFactory factory = context.getService(reference);
        try {
            if (factory != null && !opened.containsKey(factory)) {
                factory.createEntityManager().close();
                opened.put(factory, true);
            }
        } finally {
            context.ungetService(reference);
        }
    }
}
