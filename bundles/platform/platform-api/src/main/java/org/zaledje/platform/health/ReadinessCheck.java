package org.zaledje.platform.health;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.text.LocalizedText;

/**
 * Whiteboard service: one thing that must be in order before the platform takes work. {@code /health/ready} answers 200 when
 * every check that is registered and every check that is required by configuration says so.
 */
@ConsumerType
public interface ReadinessCheck {

    /** Lower case with hyphens, for example {@code database}. */
    String name();

    /** Why the platform is not ready, or empty when it is. Returns within a second, from any thread. */
    Optional<LocalizedText> notReadyBecause();
}
