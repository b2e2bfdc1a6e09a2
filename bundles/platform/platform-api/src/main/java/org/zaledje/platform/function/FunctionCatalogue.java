package org.zaledje.platform.function;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The functions that are running now. Thread-safe; each call tells the state of its moment. */
@ProviderType
public interface FunctionCatalogue {

    /** All running functions, by id. */
    List<InstalledFunction> installed();

    /** The running function with this id, or empty. */
    Optional<InstalledFunction> find(String id);
}
