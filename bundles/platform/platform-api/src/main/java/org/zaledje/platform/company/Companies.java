package org.zaledje.platform.company;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The companies of this installation. There is always at least one. Thread-safe. */
@ProviderType
public interface Companies {

    /** All companies, oldest first; never empty. */
    List<Company> all();

    /** The company that the current thread's work belongs to; the oldest one when none was chosen. */
    Company current();
}
