package org.zaledje.platform.service.internal.backup;

import java.io.IOException;

/** A file that is no whole, unaltered backup under the given passphrase. */
final class DamagedBackup extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedBackup(String message) {
        super(message);
    }
}
