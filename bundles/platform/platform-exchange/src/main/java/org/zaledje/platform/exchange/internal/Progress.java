package org.zaledje.platform.exchange.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How far the imports have come that this node writes. Others learn it from the job's run, where the database lets it be
 * written while the import holds its transaction open: the embedded one has one writer at a time.
 */
@Component(service = Progress.class)
public final class Progress {

    private final Map<UUID, Long> written = new ConcurrentHashMap<>();
    private final boolean manyWriters;

    @Activate
    public Progress(@Reference(target = "(osgi.jndi.service.name=zaledje-exchange)") DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            manyWriters = !connection.getMetaData().getDatabaseProductName().equals("H2");
        }
    }

    /** Whether something else can be written while an import is. */
    boolean hasManyWriters() {
        return manyWriters;
    }

    void tell(UUID id, long records) {
        written.put(id, records);
    }

    void end(UUID id) {
        written.remove(id);
    }

    Optional<Long> of(UUID id) {
        return Optional.ofNullable(written.get(id));
    }
}
