/** Taking all that an installation keeps into one encrypted file. */
@Export
@Version("0.1.0")
package org.zaledje.platform.backup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
