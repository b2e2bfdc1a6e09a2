package org.zaledje.platform.service.internal.backup;

import java.io.IOException;

/** A place that a backup can't be restored into. */
final class RefusedRestore extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedRestore(String message) {
        super(message);
    }
}
