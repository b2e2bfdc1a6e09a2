package org.zaledje.platform.service.internal.migration;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.zaledje.platform.text.LocalizedText;

/** The migration of one bundle, from its start to its stop. Calls the service registry without a lock. */
final class Migration {

    private final Bundle bundle;
    private final CompletableFuture<Optional<LocalizedText>> outcome = new CompletableFuture<>();
    private Optional<ServiceRegistration<DataSource>> published = Optional.empty();
    private boolean ended;

    Migration(Bundle bundle) {
        this.bundle = bundle;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Completed with the problem, or with empty when all is well. */
    CompletableFuture<Optional<LocalizedText>> outcome() {
        return outcome;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** The data source is published; it is taken away at once when the bundle has stopped meanwhile. */
    void published(ServiceRegistration<DataSource> registration) {
        synchronized (this) {
            if (!ended) {
                published = Optional.of(registration);
                return;
            }
        }
        registration.unregister();
    }

    /** Takes the data source away. */
    void end() {
        Optional<ServiceRegistration<DataSource>> last;
        synchronized (this) {
            ended = true;
            last = published;
            published = Optional.empty();
        }
        last.ifPresent(ServiceRegistration::unregister);
        outcome.complete(Optional.empty());
    }
}
